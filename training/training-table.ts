import type { Table } from "../model/table/table";

/** Some rows of a data set as numbers: what all of training works on. */
export interface TrainingTable {
  readonly table: Table;
  /** Positions in a row of the features to learn from, in the model's order. */
  readonly features: Int32Array;
  /** Row after row, in the layout of {@link table}. */
  readonly rows: Float64Array;
  /** One value a row. */
  readonly target: Float64Array;
  /** Number of each row in the data set. */
  readonly numbers: Int32Array;
}

/** Where each row is, in degrees. */
export interface Place {
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
}

/** The values of one feature, by its position in a row; `NaN` where a row has none. */
export function columnOf({ table: { width }, rows, target }: TrainingTable, position: number): Float64Array {
  return target.map((_, i) => rows[i * width + position]);
}

/** Where the rows are; undefined where the data does not say it for every row. */
export function placeOf(table: TrainingTable): Place | undefined {
  const { location } = table.table;
  if (!location) return undefined;
  const place = {
    latitude: columnOf(table, location.latitude),
    longitude: columnOf(table, location.longitude),
  };
  return [place.latitude, place.longitude].some((values) => values.some(Number.isNaN)) ? undefined : place;
}

/** The numbered rows of a table, in that order. */
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
