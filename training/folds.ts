import { readFileSync } from "node:fs";
import { cellOf, cellSize } from "./cell-size";
import { RandomState } from "./random-state";
import type { Place } from "./training-table";

/** Fold of each row, from 0. */
export type Folds = Int32Array;

/** Of every reported cross-validation. */
export const FOLD_COUNT = 5;

/** Folds assigned by scikit-learn's `GroupKFold(5)` to cells of half a degree; see the data card. */
const KNOWN_FOLDS = { file: "data/spatial_folds.json", size: 0.5 };

/**
 * Random folds as in scikit-learn's `KFold(5, shuffle=True, random_state=seed)`: consecutive parts of a permutation, the first ones
 * longer by a row if necessary.
 */
export function randomFolds(rows: number, seed: number, count = FOLD_COUNT): Folds {
  const order = new RandomState(seed).permutation(rows);
  const folds = new Int32Array(rows);
  const size = Math.floor(rows / count);
  const longer = rows % count;
  for (let fold = 0, start = 0; fold < count; fold++) {
    const end = start + size + (fold < longer ? 1 : 0);
    for (let i = start; i < end; i++) folds[order[i]] = fold;
    start = end;
  }
  return folds;
}

/**
 * Folds by square cells of latitude and longitude, which hold out whole areas. Known cells keep their fold in the reference; others go,
 * largest first, to the fold with the fewest rows, as in `GroupKFold`.
 */
export function spatialFolds(place: Place): Folds {
  const { latitude, longitude } = place;
  const size = cellSize(place);
  const cells = Array.from(latitude, (value, i) => `${cellOf(value, size)},${cellOf(longitude[i], size)}`);
  const rowsOfCell = new Map<string, number>();
  for (const cell of cells) rowsOfCell.set(cell, (rowsOfCell.get(cell) ?? 0) + 1);

  const foldOfCell = new Map<string, number>();
  const rowsOfFold = new Array<number>(FOLD_COUNT).fill(0);
  const assign = (cell: string, fold: number) => {
    foldOfCell.set(cell, fold);
    rowsOfFold[fold] += rowsOfCell.get(cell) ?? 0;
  };
  const known = size === KNOWN_FOLDS.size ? readKnownFolds() : {};
  const unknown: string[] = [];
  for (const cell of rowsOfCell.keys()) {
    if (cell in known) assign(cell, known[cell]);
    else unknown.push(cell);
  }
  unknown.sort((a, b) => (rowsOfCell.get(b) ?? 0) - (rowsOfCell.get(a) ?? 0) || (a < b ? -1 : 1));
  for (const cell of unknown) assign(cell, rowsOfFold.indexOf(Math.min(...rowsOfFold)));

  return Int32Array.from(cells, (cell) => foldOfCell.get(cell) ?? 0);
}

function readKnownFolds(): { readonly [cell: string]: number } {
  return JSON.parse(readFileSync(KNOWN_FOLDS.file, "utf8"));
}

/** Whether each fold has two rows, needed for R², and leaves enough to fit on. */
export function leavesEnoughRows(folds: Folds, features: number): boolean {
  const rows = new Array<number>(FOLD_COUNT).fill(0);
  for (const fold of folds) rows[fold]++;
  return rows.every((held) => held >= 2 && folds.length - held >= fewestRows(features));
}

/** Minimum number of rows to fit. */
export function fewestRows(features: number): number {
  // There may be fewer rows than columns: the minimum-norm solution handles that.
  return Math.min(features, 10) + 2;
}
