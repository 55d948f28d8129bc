import { HousePriceError } from "../errors";
import { printable } from "../file/text";
import { brokenCellOf } from "./broken-quote";
import type { Column } from "./column";
import type { CsvRecord } from "./csv-records";
import { isMergeMark } from "./merge-mark";
import { quoted } from "./quoted";

/** Where a file has the columns of a table. */
export interface Header {
  /** Name of the file, for messages. */
  readonly file: string;
  /** The names in the file, without the blanks around them: one for each cell of a row. */
  readonly names: readonly string[];
  /** What separates the cells. */
  readonly delimiter: string;
  /** The header as it stands in the file. */
  readonly text: string;
  /** For each column of the table its position in the file; -1 where the file does not have it. */
  readonly positions: readonly number[];
}

/** Largest number of columns: that of a spreadsheet. */
const MAX_COLUMNS = 16_384;

/** Longest part of a name that a message repeats, and largest number of names. */
const MAX_NAME = 40;
const MAX_NAMES = 30;

/** What else separates the cells of tables. */
const DELIMITERS = [
  { sign: ",", name: 'commas (",")' },
  { sign: ";", name: 'semicolons (";")' },
  { sign: "\t", name: "tabs" },
  { sign: "|", name: 'vertical bars ("|")' },
];

/**
 * Finds the columns of a table in the header of a file. Blanks around a name are not part of it; letters in the other
 * case make another name; columns that the table does not have may have any name.
 *
 * @param delimiter - what the file was cut into cells by
 * @throws HousePriceError DATA_INVALID where the header is broken or has a column of the table twice; COLUMNS_MISSING where
 * the cells are separated by something else
 */
export function readHeader(
  record: CsvRecord,
  columns: readonly Column[],
  file: string,
  delimiter = ",",
): Header {
  const known = new Set(columns.flatMap(({ names }) => names));
  refuseOtherDelimiter(record, known, file, delimiter);
  refuseBrokenHeader(record, file, delimiter);
  const names = record.cells.map((name) => name.trim());
  if (names.length > MAX_COLUMNS) {
    throw new HousePriceError(
      "DATA_INVALID",
      `${file} has ${names.length} columns: the maximum is ${MAX_COLUMNS}.`,
    );
  }
  const positions = columns.map((column) => findColumn(column, names, file));
  return { file, names, delimiter, text: record.text, positions };
}

/**
 * Refuses a first line that cannot be cut into names.
 *
 * @throws HousePriceError DATA_INVALID
 */
export function refuseBrokenHeader(
  { line, text, problem }: CsvRecord,
  file: string,
  delimiter: string,
): void {
  const refusal = (cell: number, why: string) =>
    new HousePriceError("DATA_INVALID", `${file}, line ${line}, column ${cell + 1}: ${why}.`);
  if (isMergeMark(text)) {
    throw refusal(0, `${quoted(text)} is a merge conflict marker: resolve the conflict`);
  }
  if (problem !== undefined) {
    throw refusal(brokenCellOf(text, delimiter), `the column names cannot be read, because ${problem}`);
  }
}

/** The name under which a file has a column; where it does not have it, the column's first name. */
export function nameInFile({ names, positions }: Header, columns: readonly Column[], index: number): string {
  const [name] = columns[index].names;
  return names[positions[index]] ?? name;
}

/**
 * Refuses a file that lacks columns.
 *
 * @param needed - for each column of the table, whether it is needed
 * @param purpose - what needs them, as in "which linear@1 needs"
 * @throws HousePriceError COLUMNS_MISSING
 */
export function refuseMissingColumns(
  header: Header,
  columns: readonly Column[],
  needed: readonly boolean[],
  purpose: string,
): void {
  const missing = columns.filter((_, i) => needed[i] && header.positions[i] === -1);
  if (missing.length === 0) return;
  const list = missing.map(({ names: [name] }) => name).join(", ");
  throw new HousePriceError(
    "COLUMNS_MISSING",
    `${header.file} has no column ${list}, ${purpose}. Its columns are ${listNames(header.names)}.`,
  );
}

function findColumn({ names: [name, ...others] }: Column, header: readonly string[], file: string): number {
  const found = header.flatMap((cell, i) => (cell === name || others.includes(cell) ? i : []));
  if (found.length > 1) {
    throw new HousePriceError(
      "DATA_INVALID",
      `${file} has ${name} in ${found.length} columns (${found.map((i) => i + 1).join(", ")}): keep only one of them.`,
    );
  }
  return found[0] ?? -1;
}

function refuseOtherDelimiter(
  { text, cells, problem }: CsvRecord,
  known: Set<string>,
  file: string,
  expected: string,
): void {
  const countKnown = (names: readonly string[]) => names.filter((name) => known.has(name.trim())).length;
  if (!problem && countKnown(cells) > 0) return;
  // Names need no more than quotes and blanks taken off to be recognized.
  const unquote = (name: string) => name.trim().replace(/^"(.*)"$/, "$1");
  const delimiter = DELIMITERS.find(
    ({ sign }) => sign !== expected && countKnown(text.split(sign).map(unquote)) > 1,
  );
  if (!delimiter) return;
  const right = DELIMITERS.find(({ sign }) => sign === expected)?.name ?? quoted(expected);
  const advice =
    expected === "," ? "use commas, and a point before decimals" : `use ${right}, as the table schema says`;
  throw new HousePriceError(
    "COLUMNS_MISSING",
    `${file} separates its cells with ${delimiter.name}: ${advice}.`,
  );
}

function listNames(names: readonly string[]): string {
  const list = names.slice(0, MAX_NAMES).map((name) => printable(name, MAX_NAME));
  return names.length > MAX_NAMES
    ? `${list.join(", ")} and ${names.length - MAX_NAMES} more`
    : list.join(", ");
}
