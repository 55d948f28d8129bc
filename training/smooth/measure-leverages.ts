import { PANEL_ROWS } from "./add-gram";
import { solveTile } from "./cholesky";
import { TILE, TILE_SIZE, type TileKernel } from "./simd/tile-kernel";
import { sizeOfTiles, tileRows } from "./tile-matrix";

/** Rows that are solved for at once: each row of L is read once for all of them. */
const ROWS = PANEL_ROWS / 4;

const NUMBER_BYTES = Float64Array.BYTES_PER_ELEMENT;

/** Where the parts are in the memory of the kernel, as positions of numbers. */
export interface LeveragePlaces {
  /** Φ, row after row. */
  readonly design: number;
  /** The lower triangular L in tiles, L·Lᵀ = ΦᵀΦ + λP. */
  readonly lower: number;
  /** Scratch space of {@link PANEL_ROWS} rows. */
  readonly panel: number;
  /** Gets a number for each row. */
  readonly leverages: number;
}

/**
 * Computes the leverages of some rows: h = φᵀ(ΦᵀΦ + λP)⁻¹φ = |L⁻¹φ|², of the first `size` columns alone.
 *
 * @param memory - all of the kernel's memory
 * @param columns - number of columns of Φ
 * @param from - the first row
 * @param to - the row after the last
 */
export function measureLeverages(
  kernel: TileKernel,
  memory: Float64Array,
  places: LeveragePlaces,
  { columns, size, from, to }: { columns: number; size: number; from: number; to: number },
): void {
  const tiles = tileRows(size);
  const panelSize = tiles * TILE_SIZE;
  for (let first = from; first < to; first += ROWS) {
    const rows = Math.min(ROWS, to - first);
    const panels = tileRows(rows);
    pack(memory, places, columns, size, first, rows);
    for (let j = 0; j < tiles; j++) {
      const row = places.lower + sizeOfTiles(j);
      for (let p = 0; p < panels; p++) {
        const panel = places.panel + p * panelSize;
        const tile = panel + j * TILE_SIZE;
        if (j > 0) {
          kernel.subtract(panel * NUMBER_BYTES, row * NUMBER_BYTES, tile * NUMBER_BYTES, j * TILE);
        }
        solveTile(memory, row + j * TILE_SIZE, tile);
      }
    }
    for (let r = 0; r < rows; r++) {
      const start = places.panel + (r >> 2) * panelSize + (r & 3);
      let sum = 0;
      for (let j = 0; j < size; j++) sum += memory[start + TILE * j] ** 2;
      memory[places.leverages + first + r] = sum;
    }
  }
}

/** Copies rows into panels of four, column after column; what is left of the panels is zeros. */
function pack(
  memory: Float64Array,
  { design, panel }: LeveragePlaces,
  columns: number,
  size: number,
  first: number,
  rows: number,
): void {
  const panelSize = tileRows(size) * TILE_SIZE;
  memory.fill(0, panel, panel + tileRows(rows) * panelSize);
  for (let r = 0; r < rows; r++) {
    const to = panel + (r >> 2) * panelSize + (r & 3);
    const row = design + (first + r) * columns;
    for (let j = 0; j < size; j++) memory[to + TILE * j] = memory[row + j];
  }
}
