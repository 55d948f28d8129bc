import type { Table } from "../../model/table/table";
import {
  type FieldProblem,
  type InputProblem,
  MAX_PROBLEMS,
  problemOf,
} from "../../schema/invalid-input.error";
import type { JsonRecord } from "../../schema/json-record";
import { describeType, readJsonValue } from "../../schema/json-value";
import { describeUnknownColumn, shownName } from "../rows/unknown-column";

const UNTOLD: FieldProblem = { path: "", message: "" };

/** Reads the row of a JSON object whose keys are the names of the table's columns in the data; or says what is wrong with it. */
export function readJsonRow(table: Table, values: JsonRecord): Float64Array | InputProblem {
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

function unknownColumn(table: Table, name: string): FieldProblem {
  return { path: shownName(name), message: describeUnknownColumn(table, name) };
}
