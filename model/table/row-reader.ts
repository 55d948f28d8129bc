import { printable } from "../file/text";
import { type Column, isMissing } from "./column";
import type { CsvRecord } from "./csv-records";
import { describeUnacceptable, isAcceptable } from "./domain";
import { type Header, nameInFile } from "./header";
import { isRow, lineProblem } from "./line-problem";

const MAX_CELL = 1000;

/** Maximum length of a quoted cell in a message. */
const MAX_QUOTED = 40;

interface FoundColumn {
  readonly column: Column;
  readonly name: string;
  /** Position in the file. */
  readonly position: number;
  /** Position in a row of numbers. */
  readonly slot: number;
  readonly isNeeded: boolean;
}

/** Parses and checks records: rows are valid or invalid in the same way for every command. */
export class RowReader {
  private readonly found: readonly FoundColumn[];

  /**
   * @param header - read with the same columns, or with more after them
   * @param columns - in the order of their values in a row
   * @param needed - whether a row must have a value, by column, besides the table's required columns
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
   * Writes the values of a record at `offset`; `NaN` for missing values. Columns absent from the file are left unchanged.
   *
   * @returns the problem of the record, if any
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
