import { HousePriceError } from "../../model/errors";
import type { CsvRecord } from "../../model/table/csv-records";
import { refuseBrokenHeader } from "../../model/table/header";
import { quoted } from "../../model/table/quoted";
import { MAX_COLUMNS, MAX_NAME } from "../../model/table/schema-format";

interface NameProblem {
  readonly column: number;
  readonly problem: string;
}

/**
 * Column names from the first line of a file.
 *
 * @throws HousePriceError DATA_INVALID
 */
export function readNames(record: CsvRecord, delimiter: string, file: string): string[] {
  refuseBrokenHeader(record, file, delimiter);
  const names = record.cells.map((cell) => cell.trim());
  const found = findNameProblem(names);
  if (!found) return names;
  throw new HousePriceError(
    "DATA_INVALID",
    `${file}, line ${record.line}, column ${found.column + 1}: ${found.problem}.`,
  );
}

function findNameProblem(names: readonly string[]): NameProblem | undefined {
  return (
    findTooMany(names) ??
    findLongName(names) ??
    findBytesLiteral(names[0]) ??
    findValues(names) ??
    findTwins(names) ??
    findLoneColumn(names)
  );
}

function findTooMany({ length }: readonly string[]): NameProblem | undefined {
  if (length <= MAX_COLUMNS) return undefined;
  return { column: MAX_COLUMNS, problem: `there are ${length} columns; the maximum is ${MAX_COLUMNS}` };
}

function findLongName(names: readonly string[]): NameProblem | undefined {
  const column = names.findIndex((name) => name.length > MAX_NAME);
  if (column === -1) return undefined;
  const name = names[column];
  return {
    column,
    problem: `the name ${quoted(name)} has ${name.length} characters; the maximum is ${MAX_NAME}`,
  };
}

/** Detects Python's `repr` of bytes written as text. */
function findBytesLiteral(first: string): NameProblem | undefined {
  const [start] = /^b['"]/.exec(first) ?? [];
  return start === undefined
    ? undefined
    : {
        column: 0,
        problem: `the name begins with ${start}, so a program wrote the file as a Python bytes literal: remove ${start} here, and the quote in the last line`,
      };
}

/** Detects a file without a header. */
function findValues(names: readonly string[]): NameProblem | undefined {
  const isValue = (name: string) => /^[+-]?[\d.,]*\d[\d.,]*$/.test(name);
  if (names.filter(isValue).length * 2 <= names.length) return undefined;
  const column = names.findIndex(isValue);
  const name = quoted(names[column]);
  return {
    column,
    problem: `${name} is a value, not a column name: add a first line with the names`,
  };
}

function findTwins(names: readonly string[]): NameProblem | undefined {
  const first = new Map<string, number>();
  for (const [column, name] of names.entries()) {
    const twin = first.get(name);
    if (twin !== undefined) {
      const problem =
        name === ""
          ? `this column and column ${twin + 1} have no name: give each a name`
          : `column ${twin + 1} is also named ${quoted(name)}: rename one of them, for example to ${quoted(`${name} 2`)}`;
      return { column, problem };
    }
    first.set(name, column);
  }
  return undefined;
}

function findLoneColumn(names: readonly string[]): NameProblem | undefined {
  if (names.length > 1) return undefined;
  const problem =
    "it is the only column, but a table needs the target and at least one feature, separated by commas, semicolons, tabs or vertical bars";
  return { column: 0, problem };
}
