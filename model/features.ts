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

/** Set of features as bits: bit `i` stands for `FEATURES[i]`. */
export type FeatureSet = number;

export function featureSetOf(columns: Iterable<string>): FeatureSet {
  let set = 0;
  for (const column of columns) set |= 1 << featureIndex(column);
  return set;
}

/** The features that the row beginning at `offset` carries. */
export function featureSetOfRow(rows: Float64Array, offset = 0): FeatureSet {
  let set = 0;
  for (let i = 0; i < FEATURE_COUNT; i++) {
    if (!Number.isNaN(rows[offset + i])) set |= 1 << i;
  }
  return set;
}

/** Whether each value that the row carries is acceptable for its feature. */
export function isRowInDomain(rows: Float64Array, offset = 0): boolean {
  return TABLE.isRowInDomain(rows, offset);
}

/** The features that every query carries. */
export const REQUIRED_FEATURES: FeatureSet = featureSetOf(
  FEATURES.filter((feature) => feature.required).map((feature) => feature.column),
);

/** The features of `needed` that `present` lacks. */
export function missingFeatures(needed: FeatureSet, present: FeatureSet): readonly Feature[] {
  return FEATURES.filter((_, i) => (needed & ~present & (1 << i)) !== 0);
}

/** The features as columns of a file, in their order: under their names in the data set, or in the API. */
export const FEATURE_COLUMNS: readonly Column[] = TABLE.features;

/** For each of {@link FEATURE_COLUMNS}, whether it is in the set. */
export function featureColumnsOf(features: FeatureSet): readonly boolean[] {
  return FEATURES.map((_, i) => (features & (1 << i)) !== 0);
}

/** All columns of a file that a model learns from: the features, and the target behind them. */
export const TABLE_COLUMNS: readonly Column[] = [...FEATURE_COLUMNS, TABLE.target];
