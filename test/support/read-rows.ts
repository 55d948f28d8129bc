import { readTable } from "../../model/table/read-table";
import type { Table } from "../../model/table/table";
import { positionsOf } from "../../training/positions";
import { type TrainingTable, takeRows } from "../../training/training-table";
import { CALIFORNIA, CALIFORNIA_FEATURES } from "./california";
import { HOUSING_CSV } from "./housing-csv";

/**
 * The rows of a file, all features to learn from. It reads them without danfojs, which takes two seconds to load; that
 * `loadDataset` reads the same is a test of `test/unit/training/data.test.ts`.
 */
export async function readRows(path: string, table: Table): Promise<TrainingTable> {
  const columns = [...table.features, table.target];
  const needed = columns.map(({ role }) => role === "target");
  const { values, rows: count } = await readTable(path, columns, needed, "which the test needs");
  const { width } = table;
  const rows = new Float64Array(count * width).fill(Number.NaN);
  table.features.forEach((_, position) => {
    values[position]?.forEach((value, i) => {
      rows[i * width + position] = value;
    });
  });
  const target = Float64Array.from(values[width] ?? []);
  return {
    table,
    features: Int32Array.from(table.features.keys()),
    rows,
    target,
    numbers: Int32Array.from(target.keys()),
  };
}

let housing: Promise<TrainingTable> | undefined;

/** The real data set, read once: all rows, or those that are numbered, in that order; all features to learn from, or those named. */
export async function housingRows(
  numbers?: Int32Array,
  features: readonly string[] = CALIFORNIA_FEATURES,
): Promise<TrainingTable> {
  housing ??= readRows(HOUSING_CSV, CALIFORNIA);
  const all = await housing;
  return { ...(numbers ? takeRows(all, numbers) : all), features: positionsOf(CALIFORNIA, features) };
}
