import { type Dataset, loadDataset, selectRows } from "../../training/data";
import { positionsOf } from "../../training/positions";
import { toTable } from "../../training/tables";
import type { TrainingTable } from "../../training/training-table";
import { CALIFORNIA_FEATURES, CALIFORNIA_SCHEMA } from "./california";
import { HOUSING_CSV } from "./housing-csv";

/** Loads a file with the columns of the real data set. */
export function loadHousing(
  path: string,
  features: readonly string[] = CALIFORNIA_FEATURES,
): Promise<Dataset> {
  return loadDataset(path, CALIFORNIA_SCHEMA, features);
}

/** Rows of a data set, all or those that are numbered, with these features to learn from. */
export function rowsOf(
  { frame, table }: Dataset,
  rows?: Int32Array,
  features: readonly string[] = CALIFORNIA_FEATURES,
): TrainingTable {
  return toTable(rows ? selectRows(frame, rows) : frame, table, positionsOf(table, features));
}

/** All features of the real data set: of all rows, or of those that are numbered, in that order. */
export async function housingTable(rows?: Int32Array): Promise<TrainingTable> {
  return rowsOf(await loadHousing(HOUSING_CSV), rows);
}

/** Every so manieth row of the real data set: rows from all over California. */
export function everyNthRow(step: number): Promise<TrainingTable> {
  return housingTable(Int32Array.from({ length: Math.floor(20_640 / step) }, (_, i) => i * step));
}
