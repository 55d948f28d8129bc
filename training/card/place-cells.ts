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

/** Puts rows into the cells of a grid; `perDegree` of them side by side are one degree. */
export function placeCells({ latitude, longitude }: Place, perDegree: number): PlaceCell[] {
  const cells = new Map<string, { south: number; west: number; rows: number[] }>();
  for (let row = 0; row < latitude.length; row++) {
    const south = Math.floor(perDegree * latitude[row]);
    const west = Math.floor(perDegree * longitude[row]);
    const key = `${south},${west}`;
    const cell = cells.get(key) ?? { south, west, rows: [] };
    cell.rows.push(row);
    cells.set(key, cell);
  }
  return Array.from(cells.values(), ({ south, west, rows }) => ({
    latitude: south / perDegree,
    longitude: west / perDegree,
    size: 1 / perDegree,
    rows,
  }));
}
