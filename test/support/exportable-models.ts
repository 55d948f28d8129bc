import type { Model } from "../../model/model";
import { trainOnce } from "./train-once";

const HOUSES = "examples/houses/houses.csv";

/** A model of the example's houses, whose columns are of many types and lack some values. */
export async function modelOfHouses(kind: "linear" | "spatial"): Promise<{ model: Model; path: string }> {
  return { model: await trainOnce("houses", kind, () => HOUSES), path: HOUSES };
}
