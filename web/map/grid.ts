import type { Column } from "../house/house";

/** About so many cells has a map. */
const CELLS = 2000;

/** Significant decimals of a cell's place, in degrees: some metres. */
const DECIMALS = 4;

/** A grid over the places of training, whose cells are about as wide as high on the ground. */
export interface Grid {
  readonly latitude: Column;
  readonly longitude: Column;
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
  readonly rows: number;
  readonly columns: number;
}

/** A cell of a grid: its position, row after row from the north-west, and its centre. */
export interface Cell {
  readonly index: number;
  readonly latitude: number;
  readonly longitude: number;
}

/** What this house would cost in a cell. */
export interface PricedCell extends Cell {
  readonly price: number;
}

/** The grid of a table; undefined where it does not tell where its houses are. */
export function gridOf(columns: readonly Column[]): Grid | undefined {
  const latitude = columns.find(({ role }) => role === "LATITUDE");
  const longitude = columns.find(({ role }) => role === "LONGITUDE");
  const [south, north] = [latitude?.min, latitude?.max];
  const [west, east] = [longitude?.min, longitude?.max];
  if (!latitude || !longitude) return undefined;
  if (typeof south !== "number" || typeof north !== "number") return undefined;
  if (typeof west !== "number" || typeof east !== "number") return undefined;
  if (north <= south || east <= west) return undefined;
  const width = (east - west) * Math.cos((((south + north) / 2) * Math.PI) / 180);
  const rows = Math.max(1, Math.round(Math.sqrt((CELLS * (north - south)) / width)));
  const across = Math.max(1, Math.round(CELLS / rows));
  return { latitude, longitude, south, north, west, east, rows, columns: across };
}

export function cellsOf(grid: Grid): Cell[] {
  return Array.from({ length: grid.rows * grid.columns }, (_, index) => cellAt(grid, index));
}

/** @param index - counted row after row from the north-west */
export function cellAt({ south, north, west, east, rows, columns }: Grid, index: number): Cell {
  const row = Math.floor(index / columns);
  const column = index % columns;
  const latitude = north - ((row + 0.5) / rows) * (north - south);
  const longitude = west + ((column + 0.5) / columns) * (east - west);
  return { index, latitude: round(latitude), longitude: round(longitude) };
}

const round = (degrees: number) => Number(degrees.toFixed(DECIMALS));
