import { readFileSync } from "node:fs";
import { cellOf, cellSize } from "./cell-size";
import { RandomState } from "./random-state";
import type { Place } from "./training-table";

/** The fold of each row: a number from 0 to the number of folds - 1. */
export type Folds = Int32Array;

/** Number of folds of every cross-validation whose scores are told. */
export const FOLD_COUNT = 5;

/** Folds that scikit-learn's `GroupKFold(5)` assigned to some cells of half a degree; see the data card. */
const KNOWN_FOLDS = { file: "data/spatial_folds.json", size: 0.5 };

/**
 * Folds at random, as scikit-learn's `KFold(5, shuffle=True, random_state=seed)` makes them: consecutive parts of a
 * permutation, the first ones a row longer where the rows do not divide evenly.
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
 * Folds by square cells of latitude and longitude, so that whole places are held back at once: how well does a
 * model do where it has no neighbours? Known cells are in the fold that the reference has for them; others go, largest
 * first, to the fold with the fewest rows, which is `GroupKFold`'s own rule.
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

/** Whether each fold has two rows to score, for R² to be defined, and leaves enough others to fit on. */
export function leavesEnoughRows(folds: Folds, features: number): boolean {
  const rows = new Array<number>(FOLD_COUNT).fill(0);
  for (const fold of folds) rows[fold]++;
  return rows.every((held) => held >= 2 && folds.length - held >= fewestRows(features));
}

/** Number of rows below which nothing is learned from so many features. */
export function fewestRows(features: number): number {
  // Tables of many features may have fewer rows than columns: what is not determined then is spread evenly.
  return Math.min(features, 10) + 2;
}
