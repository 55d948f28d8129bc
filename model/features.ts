/**
 * The eight features of the California housing data: the one place that knows them.
 *
 * A row of features is a `Float64Array` of {@link FEATURE_COUNT} values in the order of {@link FEATURES}
 * (the data set's own column order), `NaN` where the value is absent. Many rows are one array, row after row.
 */

import { type Column, NUMBER } from "./table/column";
import { ANY_NUMBER, type Domain, isAcceptable } from "./table/domain";

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

const POSITIVE: Domain = { min: 0, max: Infinity, exclusiveMin: true };
const NOT_NEGATIVE: Domain = { min: 0, max: Infinity, exclusiveMin: false };
const within = (limit: number): Domain => ({ min: -limit, max: limit, exclusiveMin: false });

export const FEATURES = [
  {
    key: "medInc",
    column: "MedInc",
    label: "income",
    description: "Median income of the households in the block group",
    unit: "10,000 US dollars a year",
    required: true,
    domain: POSITIVE,
  },
  {
    key: "houseAge",
    column: "HouseAge",
    label: "age",
    description: "Median age of the houses in the block group",
    unit: "years",
    required: false,
    domain: NOT_NEGATIVE,
  },
  {
    key: "aveRooms",
    column: "AveRooms",
    label: "rooms",
    description: "Average number of rooms per household",
    unit: "rooms per household",
    required: true,
    domain: POSITIVE,
  },
  {
    key: "aveBedrms",
    column: "AveBedrms",
    label: "bedrooms",
    description: "Average number of bedrooms per household",
    unit: "bedrooms per household",
    required: false,
    domain: POSITIVE,
  },
  {
    key: "population",
    column: "Population",
    label: "population",
    description: "Number of people who live in the block group",
    unit: "people",
    required: false,
    domain: NOT_NEGATIVE,
  },
  {
    key: "aveOccup",
    column: "AveOccup",
    label: "occupancy",
    description: "Average number of people per household",
    unit: "people per household",
    required: true,
    domain: POSITIVE,
  },
  {
    key: "latitude",
    column: "Latitude",
    label: "latitude",
    description: "Latitude of the block group's centre, north positive",
    unit: "degrees",
    required: false,
    domain: within(90),
  },
  {
    key: "longitude",
    column: "Longitude",
    label: "longitude",
    description: "Longitude of the block group's centre, east positive (California's are negative)",
    unit: "degrees",
    required: false,
    domain: within(180),
  },
] as const satisfies readonly Feature[];

export type FeatureKey = (typeof FEATURES)[number]["key"];
export type FeatureColumn = (typeof FEATURES)[number]["column"];

export const FEATURE_COUNT = FEATURES.length;

export const TARGET = {
  name: "MedHouseVal",
  unit: "100,000 US dollars",
  /** US dollars in one unit of the target. */
  dollars: 100_000,
  description: "Median value of the owner-occupied houses in the block group, in 1990, capped at 5.00001",
} as const;

/** The feature of an API name. */
export function featureOf(key: FeatureKey): Feature {
  const feature = FEATURES.find((candidate) => candidate.key === key);
  if (!feature) throw new RangeError(`There is no feature ${key}.`);
  return feature;
}

/** Position of a feature in a row, by the name of its column; -1 where there is no such feature. */
export function featureIndex(column: string): number {
  return FEATURES.findIndex((feature) => feature.column === column);
}

/** Values by the features' API names, as a GraphQL input carries them. */
export type FeatureValues = { readonly [key in FeatureKey]?: number | null | undefined };

/** Writes `values` into `rows` as the row that begins at `offset`. */
export function writeRow(values: FeatureValues, rows: Float64Array, offset = 0): void {
  for (let i = 0; i < FEATURE_COUNT; i++) {
    rows[offset + i] = values[FEATURES[i].key] ?? Number.NaN;
  }
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
  for (let i = 0; i < FEATURE_COUNT; i++) {
    const value = rows[offset + i];
    if (!Number.isNaN(value) && !isAcceptable(value, FEATURES[i].domain)) return false;
  }
  return true;
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
export const FEATURE_COLUMNS: readonly Column[] = FEATURES.map(({ column, key, required, domain }) => ({
  names: [column, key],
  type: NUMBER,
  domain,
  required,
}));

/** For each of {@link FEATURE_COLUMNS}, whether it is in the set. */
export function featureColumnsOf(features: FeatureSet): readonly boolean[] {
  return FEATURES.map((_, i) => (features & (1 << i)) !== 0);
}

/** All columns of a file that a model learns from: the features, and the target behind them. */
export const TABLE_COLUMNS: readonly Column[] = [
  ...FEATURE_COLUMNS,
  { names: [TARGET.name], type: NUMBER, domain: ANY_NUMBER, required: false },
];
