import { TILE, TILE_SIZE, type TileKernel } from "./simd/tile-kernel";
import { sizeOfTiles } from "./tile-matrix";

/** Rows multiplied at once: four columns of them fit in the L1 cache. */
export const PANEL_ROWS = 256;

/** Columns of tiles multiplied with all below: their panels fit in the L2 cache. */
const BLOCK = 16;

const NUMBER_BYTES = Float64Array.BYTES_PER_ELEMENT;

/** Positions in the kernel's memory, in numbers. */
export interface GramPlaces {
  /** X in row-major order. */
  readonly values: number;
  /** Scratch space of {@link PANEL_ROWS} rows. */
  readonly panel: number;
  /** Receives the product, in tiles. */
  readonly gram: number;
}

/**
 * Adds XᵀX over some rows of X to a range of tile rows. The order of summation does not depend on the range, so results do not depend on
 * the threads.
 *
 * @param memory - of the kernel
 * @param columns - number of columns of X
 * @param rows - row numbers
 * @param from - first tile row
 * @param to - end of the tile rows, exclusive
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

/** Packs rows into panels of four columns, padded with zeros. */
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
