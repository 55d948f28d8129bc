import schema from "../../data/california_housing.schema.json";
import { Table } from "../../model/table/table";
import { checkTableSchema } from "../../model/table/table-schema";
import { type Dataset, loadDataset, selectRows } from "../../training/data";
import { positionsOf } from "../../training/positions";
import { toTable } from "../../training/tables";
import type { TrainingTable } from "../../training/training-table";

/** The schema of the real data set. */
export const HOUSING_SCHEMA = checkTableSchema(schema, "california_housing.schema.json");

/** Its table, and the names of its features. */
export const HOUSING = new Table(HOUSING_SCHEMA);
export const HOUSING_FEATURES = HOUSING.features.map(({ name }) => name);

/** Loads a file with the columns of the real data set. */
export function loadHousing(path: string, features: readonly string[] = HOUSING_FEATURES): Promise<Dataset> {
  return loadDataset(path, HOUSING_SCHEMA, features);
}

/** Rows of a data set, all or those that are numbered, with these features to learn from. */
export function rowsOf(
  { frame, table }: Dataset,
  rows?: Int32Array,
  features: readonly string[] = HOUSING_FEATURES,
): TrainingTable {
  return toTable(rows ? selectRows(frame, rows) : frame, table, positionsOf(table, features));
}
