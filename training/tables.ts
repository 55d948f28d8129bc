import type { DataFrame } from "danfojs-node";
import { HousePriceError } from "../model/errors";
import type { Table } from "../model/table/table";
import { type Dataset, nameInFrame, selectRows } from "./data";
import { refuseTooFewRows, trainTestSplit } from "./split";
import { range } from "./statistics";
import type { TrainingTable } from "./training-table";

export interface Tables {
  readonly all: TrainingTable;
  readonly training: TrainingTable;
  readonly test: TrainingTable;
}

/** scikit-learn's `test_size` and `random_state`. */
export interface SplitOptions {
  readonly testSize: number;
  readonly seed: number;
}

/**
 * Splits a data set, and converts danfojs frames to arrays.
 *
 * @param features - positions of the features to learn from, in the model's order
 * @throws HousePriceError DATA_INVALID if there are too few rows or the target is constant
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

/** Merges two parts in the order of the data set. */
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

function refuseConstantTarget({ table, target }: TrainingTable): void {
  const { min, max } = range(target);
  if (min < max) return;
  throw new HousePriceError(
    "DATA_INVALID",
    `${table.target.name} is ${min} in every training row: use data in which it varies.`,
  );
}
