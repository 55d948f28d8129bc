import { cellOf, edgeOf } from "../cell-size";
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
