import { roundNicely } from "./round-nicely";
import { sorted } from "./statistics";
import type { Place } from "./training-table";

/** Number of cells across most of a table's locations. */
const CELLS = 20;

/** Quantiles, to ignore outliers. */
const BULK = [0.01, 0.99] as const;

/** Edge length of map cells in degrees: 1, 2 or 5 times a power of ten. */
export function cellSize({ latitude, longitude }: Place): number {
  const extent = Math.max(bulkOf(latitude), bulkOf(longitude));
  return extent > 0 ? roundNicely(extent / CELLS) : 1;
}

function bulkOf(values: Float64Array): number {
  const order = sorted(values);
  const [low, high] = BULK.map((level) => order[Math.floor(level * (order.length - 1))]);
  return high - low;
}

/** Index of the cell of a latitude or longitude. */
export function cellOf(degrees: number, size: number): number {
  // 0.1 degrees is not exact in binary, ten cells per degree is.
  return Math.floor(size < 1 ? degrees * Math.round(1 / size) : degrees / size);
}

export function edgeOf(cell: number, size: number): number {
  return size < 1 ? cell / Math.round(1 / size) : cell * size;
}
