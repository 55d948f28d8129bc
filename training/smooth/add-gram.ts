import { TILE, TILE_SIZE, type TileKernel } from "./simd/tile-kernel";
import { sizeOfTiles } from "./tile-matrix";

/** Rows that are multiplied at once: four columns of them stay in a processor's first cache. */
export const PANEL_ROWS = 256;

/** Columns of tiles that are multiplied with all below: their panels stay in the second cache. */
const BLOCK = 16;

const NUMBER_BYTES = Float64Array.BYTES_PER_ELEMENT;

/** Where the parts of a product are in the memory of the kernel, as positions of numbers. */
export interface GramPlaces {
  /** X, row after row. */
  readonly values: number;
  /** Scratch space of {@link PANEL_ROWS} rows. */
  readonly panel: number;
  /** The matrix in tiles that receives the product. */
  readonly gram: number;
}

/**
 * Adds XᵀX over some rows of X to some rows of tiles of a matrix. The sums are formed in the order of `rows`, whatever part of the matrix
 * is asked for: parts that different threads compute are the same numbers.
 *
 * @param memory - all of the kernel's memory
 * @param columns - number of columns of X
 * @param rows - numbers of the rows
 * @param from - first row of tiles that is computed
 * @param to - row of tiles after the last
 */
export function addGram(
  { add }: TileKernel,
  memory: Float64Array,
  places: GramPlaces,
  columns: number,
  rows: Int32Array,
  from: number,
  to: number,
): void {
  const panelBytes = TILE * PANEL_ROWS * NUMBER_BYTES;
  const panelAt = (tile: number) => places.panel * NUMBER_BYTES + tile * panelBytes;
  for (let start = 0; start < rows.length; start += PANEL_ROWS) {
    const part = rows.subarray(start, start + PANEL_ROWS);
    pack(memory, places, columns, part, to);
    for (let block = 0; block < to; block += BLOCK) {
      for (let i = Math.max(from, block); i < to; i++) {
        const tiles = (places.gram + sizeOfTiles(i)) * NUMBER_BYTES;
        const last = Math.min(block + BLOCK - 1, i);
        for (let j = block; j <= last; j++) {
          add(panelAt(i), panelAt(j), tiles + j * TILE_SIZE * NUMBER_BYTES, PANEL_ROWS);
        }
      }
    }
  }
}

/** Copies rows into panels of four columns; the rest of the panels is zeros. */
function pack(
  memory: Float64Array,
  { values, panel }: GramPlaces,
  columns: number,
  rows: Int32Array,
  tiles: number,
): void {
  const size = TILE * PANEL_ROWS;
  const used = Math.min(columns, tiles * TILE);
  if (rows.length < PANEL_ROWS || used < tiles * TILE) memory.fill(0, panel, panel + tiles * size);
  for (let r = 0; r < rows.length; r++) {
    const from = values + rows[r] * columns;
    for (let j = 0; j < used; j++) memory[panel + (j >> 2) * size + r * TILE + (j & 3)] = memory[from + j];
  }
}
