import { cellOf, cellSize, edgeOf } from "../cell-size";
import { roundNicely } from "../round-nicely";
import type { Place } from "../training-table";

/** A square of the map, and the rows in it. */
export interface PlaceCell {
  /** South and west edge, in degrees. */
  readonly latitude: number;
  readonly longitude: number;
  /** Length of an edge, in degrees. */
  readonly size: number;
  readonly rows: readonly number[];
}

/** Fewer rows than these say little of a cell. */
export const LEAST_ROWS = 5;

/** The cells with enough rows are to hold this part of all rows. */
const SHARE = 0.6;

/** How much larger the cells can become, in cells such as spatial folds hold back: where rows are few, small cells have too few. */
const COARSER = [1, 2, 5];

/** Edge of the cells of a map, in degrees: as small as can be, so that most rows are in cells with {@link LEAST_ROWS} rows. */
export function mapCellSize(place: Place): number {
  const finest = cellSize(place);
  const sizes = COARSER.map((factor) => roundNicely(factor * finest));
  const isCoarseEnough = (size: number) => {
    const filled = placeCells(place, size).filter(({ rows }) => rows.length >= LEAST_ROWS);
    const rows = filled.reduce((sum, cell) => sum + cell.rows.length, 0);
    return rows >= SHARE * place.latitude.length;
  };
  return sizes.find(isCoarseEnough) ?? sizes[sizes.length - 1];
}

/** Puts rows into the cells of a grid, whose edges are `size` degrees long. */
export function placeCells({ latitude, longitude }: Place, size: number): PlaceCell[] {
  const cells = new Map<string, { south: number; west: number; rows: number[] }>();
  for (let row = 0; row < latitude.length; row++) {
    const south = cellOf(latitude[row], size);
    const west = cellOf(longitude[row], size);
    const key = `${south},${west}`;
    const cell = cells.get(key) ?? { south, west, rows: [] };
    cell.rows.push(row);
    cells.set(key, cell);
  }
  return Array.from(cells.values(), ({ south, west, rows }) => ({
    latitude: edgeOf(south, size),
    longitude: edgeOf(west, size),
    size,
    rows,
  }));
}
