import { printable } from "../file/text";
import { type Column, isMissing } from "./column";
import type { CsvRecord } from "./csv-records";
import { describeUnacceptable, isAcceptable } from "./domain";
import { type Header, nameInFile } from "./header";
import { isRow, lineProblem } from "./line-problem";

/** Longest cell that is read as a value. */
const MAX_CELL = 1000;

/** Longest part of a cell that a message repeats. */
const MAX_QUOTED = 40;

/** A column that the file has. */
interface FoundColumn {
  readonly column: Column;
  /** Name in the file. */
  readonly name: string;
  /** Position in the file. */
  readonly position: number;
  /** Position in a row of numbers. */
  readonly slot: number;
  /** Whether a row must have a value in it. */
  readonly isNeeded: boolean;
}

/** Turns the records of a file into rows of numbers, and checks them: the same row is good or bad for every command. */
export class RowReader {
  private readonly found: readonly FoundColumn[];

  /**
   * @param header - of the file, read with the same columns or with more behind them
   * @param columns - those that are read and checked, in the order of their values in a row
   * @param needed - for each column, whether a row must have a value in it, beside those that the table requires
   */
  constructor(
    private readonly header: Header,
    columns: readonly Column[],
    needed: readonly boolean[],
  ) {
    this.found = columns.flatMap((column, slot) => {
      const position = header.positions[slot];
      const name = nameInFile(header, columns, slot);
      const isNeeded = needed[slot] || column.required;
      return position === -1 ? [] : { column, name, position, slot, isNeeded };
    });
  }

  /**
   * Writes the values of a record into `rows`, beginning at `offset`; `NaN` where an optional one is absent. Columns that
   * the file does not have are left as they are.
   *
   * @returns what is wrong with the record; undefined where it is a good row
   */
  read(record: CsvRecord, rows: Float64Array, offset: number): string | undefined {
    const { names, delimiter } = this.header;
    if (!isRow(record, names.length)) return lineProblem(record, names, delimiter);
    const { cells } = record;
    let problems: string | undefined;
    for (const found of this.found) {
      const cell = cells[found.position];
      const value = cell.length > MAX_CELL ? Number.NaN : found.column.type.parse(cell);
      rows[offset + found.slot] = value;
      if (isAcceptable(value, found.column.domain)) continue;
      const problem = describeProblem(found, cell, value);
      if (problem !== undefined) problems = problems === undefined ? problem : `${problems}; ${problem}`;
    }
    return problems;
  }
}

/** What is wrong with a value that is not acceptable; undefined where it may be absent, and is. */
function describeProblem(
  { column, name, isNeeded }: FoundColumn,
  cell: string,
  value: number,
): string | undefined {
  const label = printable(name, MAX_QUOTED);
  if (cell.length > MAX_CELL) {
    return `${label} is longer than ${MAX_CELL} characters: "${printable(cell, MAX_QUOTED)}"`;
  }
  const text = cell.trim();
  if (isMissing(column, text)) return isNeeded ? `${label} is empty` : undefined;
  if (Number.isNaN(value)) return `${label} is not ${column.type.name}: "${printable(cell, MAX_QUOTED)}"`;
  return `${label} ${describeUnacceptable(value, column.domain, printable(text, MAX_QUOTED), column.type.show)}`;
}
