import { readModel } from "../../model/file/read-model";
import type { Model } from "../../model/model";
import { train } from "../../training/train";
import { temporaryDirectory } from "./temporary-directory";

const HOUSES = "examples/houses/houses.csv";

/** A model of the example's houses, whose columns are of many types and lack some values. */
export async function modelOfHouses(model: "linear" | "spatial"): Promise<{ model: Model; path: string }> {
  const { saved } = await train({
    model,
    seed: 42,
    testSize: 0.2,
    data: HOUSES,
    out: await temporaryDirectory(),
    trainedAt: new Date("2026-01-01T00:00:00Z"),
    table: { target: "price" },
  });
  return { model: await readModel(saved.path), path: HOUSES };
}
