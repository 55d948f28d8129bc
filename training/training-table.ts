import type { Table } from "../model/table/table";

/** Rows of a data set as arrays. */
export interface TrainingTable {
  readonly table: Table;
  /** Positions of the features to learn from, in the model's order. */
  readonly features: Int32Array;
  /** Consecutive rows, in the layout of {@link table}. */
  readonly rows: Float64Array;
  readonly target: Float64Array;
  /** Row numbers in the data set. */
  readonly numbers: Int32Array;
}

/** In degrees. */
export interface Place {
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
}

/** Values of a feature by its position in a row; `NaN` for missing values. */
export function columnOf({ table: { width }, rows, target }: TrainingTable, position: number): Float64Array {
  return target.map((_, i) => rows[i * width + position]);
}

/** Locations of the rows; undefined unless every row has one. */
export function placeOf(table: TrainingTable): Place | undefined {
  const { location } = table.table;
  if (!location) return undefined;
  const place = {
    latitude: columnOf(table, location.latitude),
    longitude: columnOf(table, location.longitude),
  };
  return [place.latitude, place.longitude].some((values) => values.some(Number.isNaN)) ? undefined : place;
}

export function takeRows(
  { table, features, rows, target, numbers }: TrainingTable,
  taken: Int32Array,
): TrainingTable {
  const { width } = table;
  const copies = new Float64Array(taken.length * width);
  taken.forEach((row, i) => {
    copies.set(rows.subarray(row * width, (row + 1) * width), i * width);
  });
  return {
    table,
    features,
    rows: copies,
    target: Float64Array.from(taken, (row) => target[row]),
    numbers: taken.map((row) => numbers[row]),
  };
}
