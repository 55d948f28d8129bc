import type { Table } from "../../model/table/table";
import {
  type FieldProblem,
  type InputProblem,
  MAX_PROBLEMS,
  problemOf,
} from "../../schema/invalid-input.error";
import { describeType, readJsonValue } from "../rows/json-value";

/** Characters of a name that the message about it repeats. */
const MAX_NAME = 100;

/** Most columns that a message lists. */
const MAX_LISTED = 50;

const UNTOLD: FieldProblem = { path: "", message: "" };

/** Reads the row of a JSON object whose keys are the names of the table's columns in the data; or says what is wrong with it. */
export function readJsonRow(
  table: Table,
  values: { readonly [name: string]: unknown },
): Float64Array | InputProblem {
  const rows = table.emptyRow();
  const problems: FieldProblem[] = [];
  for (const [name, value] of Object.entries(values)) {
    const position = table.indexOf(name);
    if (position === -1) {
      // Names are the client's to choose, and could be tens of thousands: those that are not told are counted alone.
      problems.push(problems.length < MAX_PROBLEMS ? unknownColumn(table, name) : UNTOLD);
      continue;
    }
    const column = table.features[position];
    const read = readJsonValue(value, column, rows[position]);
    if (read === undefined) {
      problems.push({ path: name, message: `${name} must be ${describeType(column)}.` });
    } else {
      rows[position] = read;
    }
  }
  return problems.length === 0 ? rows : problemOf(problems);
}

function unknownColumn({ features }: Table, name: string): FieldProblem {
  const path = name.length > MAX_NAME ? `${name.slice(0, MAX_NAME)}…` : name;
  const names = features.slice(0, MAX_LISTED).map((column) => column.name);
  const others = features.length - names.length;
  const list = `${names.join(", ")}${others > 0 ? ` and ${others} more` : ""}`;
  return { path, message: `There is no column ${path}. There are ${list}.` };
}
