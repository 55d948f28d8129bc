import type { DataFrame } from "danfojs-node";
import { HousePriceError } from "../model/errors";
import { type FeatureColumn, TARGET } from "../model/features";
import { columnOf, type Dataset, PLACE_COLUMNS, selectRows } from "./data";
import { refuseTooFewRows, trainTestSplit } from "./split";
import { range } from "./statistics";
import { type Place, type TrainingTable, tableOf } from "./training-table";

/** The rows of a data set, all of them and as they were split. */
export interface Tables {
  readonly all: TrainingTable;
  readonly training: TrainingTable;
  readonly test: TrainingTable;
}

/** How the rows of a data set are split: scikit-learn's `test_size` and `random_state`. */
export interface SplitOptions {
  readonly testSize: number;
  readonly seed: number;
}

/**
 * Splits a data set, and takes it from danfojs's frames into numbers: all that follows works on these tables.
 *
 * @param features - columns to learn from, in the model's order
 * @throws HousePriceError DATA_INVALID where there are too few rows, or where the target never varies
 */
export function splitIntoTables(
  { frame, rows }: Pick<Dataset, "frame" | "rows">,
  features: readonly FeatureColumn[],
  { testSize, seed }: SplitOptions,
): Tables {
  const split = trainTestSplit(rows, testSize, seed);
  refuseTooFewRows(split, features.length);
  const training = toTable(selectRows(frame, split.train), features);
  refuseConstantTarget(training);
  return {
    all: toTable(frame, features),
    training,
    test: toTable(selectRows(frame, split.test), features),
  };
}

/** The rows of a frame as numbers. */
export function toTable(frame: DataFrame, features: readonly FeatureColumn[]): TrainingTable {
  return tableOf({
    names: features,
    columns: features.map((name) => columnOf(frame, name)),
    target: columnOf(frame, TARGET.name),
    numbers: Int32Array.from(frame.index, Number),
    place: placeOf(frame),
  });
}

function placeOf(frame: DataFrame): Place | undefined {
  const [latitude, longitude] = PLACE_COLUMNS;
  if (!frame.columns.includes(latitude) || !frame.columns.includes(longitude)) return undefined;
  const place = { latitude: columnOf(frame, latitude), longitude: columnOf(frame, longitude) };
  // Rows without a place cannot be held back by place.
  return [place.latitude, place.longitude].some((values) => values.some(Number.isNaN)) ? undefined : place;
}

/** Where the target never varies, there is nothing to learn. */
function refuseConstantTarget({ target }: TrainingTable): void {
  const { min, max } = range(target);
  if (min < max) return;
  throw new HousePriceError(
    "DATA_INVALID",
    `${TARGET.name} is ${min} in every training row: give data in which it varies.`,
  );
}
