import { type Dataset, loadDataset, selectRows } from "../../training/data";
import { positionsOf } from "../../training/positions";
import { toTable } from "../../training/tables";
import type { TrainingTable } from "../../training/training-table";
import { CALIFORNIA_FEATURES, CALIFORNIA_SCHEMA } from "./california";

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
