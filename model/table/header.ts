import { HousePriceError } from "../errors";
import { printable } from "../file/text";
import { brokenCellOf } from "./broken-quote";
import type { Column } from "./column";
import type { CsvRecord } from "./csv-records";
import { isMergeMark } from "./merge-mark";
import { quoted } from "./quoted";

export interface Header {
  readonly file: string;
  /** Trimmed names in the file, one per cell of a row. */
  readonly names: readonly string[];
  readonly delimiter: string;
  readonly text: string;
  /** Position of each table column in the file; -1 if absent. */
  readonly positions: readonly number[];
}

/** The limit of spreadsheets. */
const MAX_COLUMNS = 16_384;

/** Maximum length, and maximum number, of names in a message. */
const MAX_NAME = 40;
const MAX_NAMES = 30;

const DELIMITERS = [
  { sign: ",", name: 'commas (",")' },
  { sign: ";", name: 'semicolons (";")' },
  { sign: "\t", name: "tabs" },
  { sign: "|", name: 'vertical bars ("|")' },
];

/**
 * Finds the table's columns in a header. Names are trimmed and case-sensitive; other columns are ignored.
 *
 * @param delimiter - used to split the file
 * @throws HousePriceError DATA_INVALID if the header is broken or repeats a column; COLUMNS_MISSING if the delimiter seems wrong
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
 * Refuses a header that is not a valid CSV record.
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

/** Name of a column in the file, or its first name if absent. */
export function nameInFile({ names, positions }: Header, columns: readonly Column[], index: number): string {
  const [name] = columns[index].names;
  return names[positions[index]] ?? name;
}

/**
 * Refuses a file that lacks columns.
 *
 * @param needed - by column of the table
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
  // Removing quotes and blanks is enough to recognize names.
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
