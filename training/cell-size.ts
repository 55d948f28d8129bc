import { roundNicely } from "./round-nicely";
import { sorted } from "./statistics";
import type { Place } from "./training-table";

/** Number of cells, side by side, that most of a table's places extend over. */
const CELLS = 20;

/** The few places at the ends do not count. */
const BULK = [0.01, 0.99] as const;

/** Edge, in degrees, of the cells that the map of a table is divided into: 1, 2 or 5 times a power of ten. */
export function cellSize({ latitude, longitude }: Place): number {
  const extent = Math.max(bulkOf(latitude), bulkOf(longitude));
  return extent > 0 ? roundNicely(extent / CELLS) : 1;
}

function bulkOf(values: Float64Array): number {
  const order = sorted(values);
  const [low, high] = BULK.map((level) => order[Math.floor(level * (order.length - 1))]);
  return high - low;
}

/** Number of the cell that a latitude or longitude is in. */
export function cellOf(degrees: number, size: number): number {
  // A tenth of a degree is no exact number, ten cells a degree are.
  return Math.floor(size < 1 ? degrees * Math.round(1 / size) : degrees / size);
}

/** Where a cell begins, in degrees. */
export function edgeOf(cell: number, size: number): number {
  return size < 1 ? cell / Math.round(1 / size) : cell * size;
}
