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

/** The nearest of 1, 2, 5, 10, … by its ratio. */
function roundNicely(value: number): number {
  const power = Math.floor(Math.log10(value));
  const candidates = [1, 2, 5, 10].map((digit) => Number(`${digit}e${power}`));
  const distance = (candidate: number) => Math.abs(Math.log(candidate / value));
  return candidates.reduce((best, candidate) => (distance(candidate) < distance(best) ? candidate : best));
}
