import { PANEL_ROWS } from "./add-gram";
import { solveTile } from "./cholesky";
import { TILE, TILE_SIZE, type TileKernel } from "./simd/tile-kernel";
import { sizeOfTiles, tileRows } from "./tile-matrix";

/** Rows solved at once, which share each read of L. */
const ROWS = PANEL_ROWS / 4;

const NUMBER_BYTES = Float64Array.BYTES_PER_ELEMENT;

/** Positions in the kernel's memory, in numbers. */
export interface LeveragePlaces {
  /** Φ in row-major order. */
  readonly design: number;
  /** Lower triangular L in tiles, L·Lᵀ = ΦᵀΦ + λP. */
  readonly lower: number;
  /** Scratch space of {@link PANEL_ROWS} rows. */
  readonly panel: number;
  /** Receives one number per row. */
  readonly leverages: number;
}

/**
 * Leverages h = φᵀ(ΦᵀΦ + λP)⁻¹φ = |L⁻¹φ|², for the first `size` columns.
 *
 * @param memory - of the kernel
 * @param columns - number of columns of Φ
 * @param from - first row
 * @param to - end of the rows, exclusive
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

/** Packs rows into panels of four, column by column, padded with zeros. */
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
