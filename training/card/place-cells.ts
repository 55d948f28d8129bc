import { cellOf, cellSize, edgeOf } from "../cell-size";
import { roundNicely } from "../round-nicely";
import type { Place } from "../training-table";

/** A map cell, and the rows in it. */
export interface PlaceCell {
  /** South-west corner, in degrees. */
  readonly latitude: number;
  readonly longitude: number;
  /** Edge length, in degrees. */
  readonly size: number;
  readonly rows: readonly number[];
}

/** Minimum number of rows for a meaningful cell. */
export const LEAST_ROWS = 5;

/** Share of all rows that must be in such cells. */
const SHARE = 0.6;

/** Cell sizes to try, in multiples of those of spatial folds. */
const COARSER = [1, 2, 5];

/** Edge length in degrees: the smallest for which most rows are in cells with {@link LEAST_ROWS} rows. */
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

/** Assigns rows to grid cells of `size` degrees. */
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
