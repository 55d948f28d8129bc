import { FEATURE_COUNT, type FeatureColumn, featureIndex } from "../model/features";

/** Features and target of some rows of a data set, as numbers: what all of training works on. */
export interface TrainingTable {
  /** The features' columns, in the model's order. */
  readonly names: readonly FeatureColumn[];
  /** The values of each feature. */
  readonly columns: readonly Float64Array[];
  /** The same values as rows of features, in the layout of `model/features.ts`. */
  readonly rows: Float64Array;
  readonly target: Float64Array;
  /** Number of each row in the data set. */
  readonly numbers: Int32Array;
  /** Where each row is, in degrees; absent where the data does not say it for every row. */
  readonly place: Place | undefined;
}

export interface Place {
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
}

/** A table of these columns; the rows of features are made from them. */
export function tableOf(parts: Omit<TrainingTable, "rows">): TrainingTable {
  const { names, columns, target } = parts;
  const rows = new Float64Array(target.length * FEATURE_COUNT).fill(Number.NaN);
  columns.forEach((column, j) => {
    const position = featureIndex(names[j]);
    for (let i = 0; i < column.length; i++) rows[i * FEATURE_COUNT + position] = column[i];
  });
  return { ...parts, rows };
}

/** The numbered rows of a table, in that order. */
export function takeRows(
  { names, columns, target, numbers, place }: TrainingTable,
  rows: Int32Array,
): TrainingTable {
  const take = (values: Float64Array) => Float64Array.from(rows, (row) => values[row]);
  return tableOf({
    names,
    columns: columns.map(take),
    target: take(target),
    numbers: Int32Array.from(rows, (row) => numbers[row]),
    place: place && { latitude: take(place.latitude), longitude: take(place.longitude) },
  });
}
