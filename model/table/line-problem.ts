import { brokenCellOf } from "./broken-quote";
import type { CsvRecord } from "./csv-records";
import { isMergeMark } from "./merge-mark";
import { quoted } from "./quoted";

/** Whether a line has as many cells as the header, none of them broken. */
export function isRow({ text, problem, cells }: CsvRecord, count: number): boolean {
  return problem === undefined && cells.length === count && !isMergeMark(text);
}

/**
 * Why a line is not a row, beginning with the failing column.
 *
 * @param names - columns of the file
 */
export function lineProblem(
  { text, problem, cells: { length } }: CsvRecord,
  names: readonly string[],
  delimiter: string,
): string {
  const at = (cell: number) => `column ${quoted(names[Math.min(cell, names.length - 1)])}`;
  if (isMergeMark(text)) return `${at(0)}: this is a merge conflict marker: resolve the conflict`;
  if (problem !== undefined) return `${at(brokenCellOf(text, delimiter))}: ${problem}`;
  const where = length > names.length ? "there are more cells after it" : "the line ends with it";
  return `${at(length - 1)}: ${where}: expected ${names.length} cells, as in the header, but found ${length}`;
}
