/**
 * The eight features of the California housing data, from its table schema: `data/california_housing.schema.json`.
 *
 * A row of features is a `Float64Array` of {@link FEATURE_COUNT} values in the order of {@link FEATURES}
 * (the data set's own column order), `NaN` where the value is absent. Many rows are one array, row after row.
 */

import schema from "../data/california_housing.schema.json";
import type { Column } from "./table/column";
import type { Domain } from "./table/domain";
import { type FeatureValues, Table } from "./table/table";
import type { TableColumn } from "./table/table-column";
import { checkTableSchema } from "./table/table-schema";

export type { FeatureValues } from "./table/table";

export interface Feature {
  /** Name in the GraphQL API. */
  readonly key: string;
  /** Name of the column in the data set, as scikit-learn's `fetch_california_housing` gives it. */
  readonly column: string;
  /** Name in words, for what several features do together: "income × rooms". */
  readonly label: string;
  readonly description: string;
  readonly unit: string;
  /** Whether every query must carry it. */
  readonly required: boolean;
  readonly domain: Domain;
}

const TABLE = new Table(checkTableSchema(schema, "california_housing.schema.json"));

/** The table of California, for callers that take a table. */
export const CALIFORNIA = TABLE;

export const FEATURES: readonly Feature[] = TABLE.features.map(toFeature);

function toFeature({
  name,
  apiName,
  label,
  description = label,
  unit = "",
  required,
  domain,
}: TableColumn): Feature {
  return { key: apiName, column: name, label, description, unit, required, domain };
}

/** Name of a feature in the API, and of its column in the data set. */
export type FeatureKey = string;
export type FeatureColumn = string;

export const FEATURE_COUNT = FEATURES.length;

export const TARGET = {
  name: TABLE.target.name,
  unit: TABLE.target.unit ?? "",
  /** US dollars in one unit of the target. */
  dollars: TABLE.target.scale,
  description: TABLE.target.description ?? TABLE.target.label,
} as const;

/** The feature of an API name. */
export function featureOf(key: FeatureKey): Feature {
  const feature = FEATURES.find((candidate) => candidate.key === key);
  if (!feature) throw new RangeError(`There is no feature ${key}.`);
  return feature;
}

/** Position of a feature in a row, by the name of its column; -1 where there is no such feature. */
export function featureIndex(column: string): number {
  return TABLE.indexOf(column);
}

/** Writes `values` into `rows` as the row that begins at `offset`. */
export function writeRow(values: FeatureValues, rows: Float64Array, offset = 0): void {
  TABLE.writeRow(values, rows, offset);
}

/** Whether each value that the row carries is acceptable for its feature. */
export function isRowInDomain(rows: Float64Array, offset = 0): boolean {
  return TABLE.isRowInDomain(rows, offset);
}

/** The features as columns of a file, in their order: under their names in the data set, or in the API. */
export const FEATURE_COLUMNS: readonly Column[] = TABLE.features;

/** All columns of a file that a model learns from: the features, and the target behind them. */
export const TABLE_COLUMNS: readonly Column[] = [...FEATURE_COLUMNS, TABLE.target];
