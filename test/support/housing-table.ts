import type { TrainingTable } from "../../training/training-table";
import { HOUSING_CSV } from "./housing-csv";
import { loadHousing, rowsOf } from "./housing-schema";

/** All features of the real data set: of all rows, or of those that are numbered, in that order. */
export async function housingTable(rows?: Int32Array): Promise<TrainingTable> {
  return rowsOf(await loadHousing(HOUSING_CSV), rows);
}

/** Every so manieth row of the real data set: rows from all over California. */
export function everyNthRow(step: number): Promise<TrainingTable> {
  return housingTable(Int32Array.from({ length: Math.floor(20_640 / step) }, (_, i) => i * step));
}
