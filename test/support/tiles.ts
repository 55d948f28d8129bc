import { addGram, PANEL_ROWS } from "../../training/smooth/add-gram";
import { createKernel, TILE } from "../../training/smooth/simd/tile-kernel";
import { sizeOfTiles, tileRows } from "../../training/smooth/tile-matrix";

/** Numbers from -1 to 1 that look random and are the same each time. */
export function numbersFrom(seed: number, length: number): Float64Array {
  let state = seed;
  return Float64Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}

/** The shared memory of a kernel, for so many numbers. */
export function tileMemory(size: number) {
  const pages = Math.ceil((size * 8) / 65_536);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: 65_536, shared: true });
  return { kernel: createKernel(memory), view: new Float64Array(memory.buffer) };
}

/**
 * A memory with a matrix of values, a panel, and XᵀX of all its rows; `size` numbers more are free at its end.
 *
 * @param parts - shares at which the tile rows are divided, to be multiplied one after another
 */
export function multiplyInTiles(
  values: Float64Array,
  columns: number,
  parts: readonly number[] = [],
  size = 0,
) {
  const rows = values.length / columns;
  const tiles = tileRows(columns);
  const panel = values.length + (values.length % 2);
  const gram = panel + tiles * TILE * PANEL_ROWS;
  const free = gram + sizeOfTiles(tiles);
  const { kernel, view } = tileMemory(free + size);
  view.set(values);
  const all = Int32Array.from({ length: rows }, (_, i) => i);
  const ends = [0, ...parts.map((part) => Math.round(part * tiles)), tiles].sort((a, b) => a - b);
  const places = { values: 0, panel, gram };
  for (let i = 1; i < ends.length; i++) addGram(kernel, view, places, columns, all, ends[i - 1], ends[i]);
  return { kernel, view, panel, gram, free, tiles };
}
