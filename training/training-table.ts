import type { DataFrame } from "danfojs-node";
import { HousePriceError } from "../model/errors";
import type { Predictor } from "../model/estimators/predictor";
import { FEATURE_COUNT, type FeatureColumn, featureIndex } from "../model/features";
import type { ModelFile } from "../model/file/format";
import { clip } from "../model/range";
import { columnOf } from "./data";
import { mean, range } from "./statistics";

/** Features and target of some rows of a data set. */
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

/** The columns of a {@link Place}. */
export const PLACE_COLUMNS = ["Latitude", "Longitude"] as const satisfies readonly FeatureColumn[];

export function toTrainingTable(
  frame: DataFrame,
  names: readonly FeatureColumn[],
  target: string,
): TrainingTable {
  return fromColumns(
    names,
    names.map((name) => columnOf(frame, name)),
    columnOf(frame, target),
    Int32Array.from(frame.index, Number),
    placeOf(frame),
  );
}

/** The numbered rows of a table, in that order. */
export function takeRows(
  { names, columns, target, numbers, place }: TrainingTable,
  rows: Int32Array,
): TrainingTable {
  const take = (values: Float64Array) => Float64Array.from(rows, (row) => values[row]);
  return fromColumns(
    names,
    columns.map(take),
    take(target),
    Int32Array.from(rows, (row) => numbers[row]),
    place && { latitude: take(place.latitude), longitude: take(place.longitude) },
  );
}

function placeOf(frame: DataFrame): Place | undefined {
  const [latitude, longitude] = PLACE_COLUMNS;
  if (!frame.columns.includes(latitude) || !frame.columns.includes(longitude)) return undefined;
  const place = { latitude: columnOf(frame, latitude), longitude: columnOf(frame, longitude) };
  // Rows without a place cannot be held back by place.
  return [...place.latitude, ...place.longitude].some(Number.isNaN) ? undefined : place;
}

function fromColumns(
  names: readonly FeatureColumn[],
  columns: readonly Float64Array[],
  target: Float64Array,
  numbers: Int32Array,
  place: Place | undefined,
): TrainingTable {
  const rows = new Float64Array(target.length * FEATURE_COUNT).fill(Number.NaN);
  columns.forEach((column, j) => {
    const position = featureIndex(names[j]);
    for (let i = 0; i < column.length; i++) rows[i * FEATURE_COUNT + position] = column[i];
  });
  return { names, columns, rows, target, numbers, place };
}

/**
 * Where the target never varies, there is nothing to learn.
 *
 * @throws HousePriceError DATA_INVALID
 */
export function refuseConstantTarget({ target }: TrainingTable, name: string): void {
  const { min, max } = range(target);
  if (min < max) return;
  throw new HousePriceError(
    "DATA_INVALID",
    `${name} is ${min} in every training row: give data in which it varies.`,
  );
}

/** What a model file says of each feature: its range and mean over the table's rows. */
export function describeFeatures({ names, columns }: TrainingTable): ModelFile["features"] {
  return names.map((name, j) => ({ name, ...range(columns[j]), mean: mean(columns[j]) }));
}

/** What the model answers for all rows, in the target's unit. */
export function predictTable(predictor: Predictor, { rows, target }: TrainingTable): Float64Array {
  return Float64Array.from(target, (_, i) =>
    clip(predictor.predict(rows, i * FEATURE_COUNT), predictor.limits),
  );
}
