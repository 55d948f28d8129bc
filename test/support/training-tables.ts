import { positionsOf } from "../../training/positions";
import type { TrainingTable } from "../../training/training-table";
import { tableOf } from "./every-type";

export const AREA = { name: "Area", type: "number", apiName: "area" };
export const ROOMS = { name: "Rooms", type: "number", apiName: "rooms" };
export const STYLE = {
  name: "Style",
  type: "string",
  apiName: "style",
  constraints: { enum: ["flat", "house"] },
};

/** Rows to learn from: all features of the fields, or those named. `NaN` is missing. */
export function trainingTable(
  fields: readonly object[],
  rows: readonly (readonly number[])[],
  target: readonly number[],
  features?: readonly string[],
): TrainingTable {
  const table = tableOf(fields);
  return {
    table,
    features: positionsOf(table, features ?? table.features.map(({ name }) => name)),
    rows: Float64Array.from(rows.flat()),
    target: Float64Array.from(target),
    numbers: Int32Array.from(target.keys()),
  };
}
