import type { DataFrame } from "danfojs-node";
import { HousePriceError } from "../model/errors";
import type { Table } from "../model/table/table";
import { type Dataset, nameInFrame, selectRows } from "./data";
import { refuseTooFewRows, trainTestSplit } from "./split";
import { range } from "./statistics";
import type { TrainingTable } from "./training-table";

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
 * @param features - positions of the features to learn from, in the model's order
 * @throws HousePriceError DATA_INVALID where there are too few rows, or where the target never varies
 */
export function splitIntoTables(
  { frame, table, rows }: Pick<Dataset, "frame" | "table" | "rows">,
  features: Int32Array,
  { testSize, seed }: SplitOptions,
): Tables {
  const split = trainTestSplit(rows, testSize, seed);
  refuseTooFewRows(split, features.length);
  const training = toTable(selectRows(frame, split.train), table, features);
  refuseConstantTarget(training);
  const test = toTable(selectRows(frame, split.test), table, features);
  return { all: joinTables(training, test), training, test };
}

/** The rows of a frame as numbers. */
export function toTable(frame: DataFrame, table: Table, features: Int32Array): TrainingTable {
  const { width } = table;
  const positions = frame.columns.map((name) =>
    Array.from({ length: width + 1 }, (_, i) => i).findIndex((i) => nameInFrame(table, i) === name),
  );
  const numbers = Int32Array.from(frame.index, Number);
  const rows = new Float64Array(numbers.length * width).fill(Number.NaN);
  const target = new Float64Array(numbers.length);
  const cells: readonly unknown[] = frame.values;
  cells.forEach((row, i) => {
    if (!Array.isArray(row)) return;
    positions.forEach((position, j) => {
      const value: unknown = row[j];
      const number = typeof value === "number" ? value : Number.NaN;
      if (position === width) target[i] = number;
      else rows[i * width + position] = number;
    });
  });
  return { table, features, rows, target, numbers };
}

/** The rows of two parts of a data set in the order of the data set. */
function joinTables(one: TrainingTable, other: TrainingTable): TrainingTable {
  const { table, features } = one;
  const count = one.target.length + other.target.length;
  const rows = new Float64Array(count * table.width);
  const target = new Float64Array(count);
  for (const part of [one, other]) {
    part.numbers.forEach((number, i) => {
      rows.set(part.rows.subarray(i * table.width, (i + 1) * table.width), number * table.width);
      target[number] = part.target[i];
    });
  }
  return { table, features, rows, target, numbers: Int32Array.from(target.keys()) };
}

/** Where the target never varies, there is nothing to learn. */
function refuseConstantTarget({ table, target }: TrainingTable): void {
  const { min, max } = range(target);
  if (min < max) return;
  throw new HousePriceError(
    "DATA_INVALID",
    `${table.target.name} is ${min} in every training row: use data in which it varies.`,
  );
}
