import type { Table } from "../../model/table/table";
import type { TableColumn } from "../../model/table/table-column";
import type { InputProblem } from "../../schema/invalid-input.error";
import { isJsonRecord } from "../../schema/json-record";
import { describeUnknownColumn } from "../rows/unknown-column";
import { DATATYPE_OF, elementsOf } from "./datatypes";
import { problem, quoted } from "./parts";

/** An input tensor: the values of one column. */
export interface Tensor {
  /** Where it is in the request, such as `inputs[2]`. */
  readonly path: string;
  readonly column: TableColumn;
  /** Of its column in a row of the table. */
  readonly position: number;
  readonly rows: number;
  /** One item per row; it may be an array of one element if the shape is [n, 1]. */
  readonly data: readonly unknown[];
  /** Whether each item is an array of one element. */
  readonly isNested: boolean;
  /** Whether an element is of the tensor's datatype. */
  readonly isElement: (element: unknown) => boolean;
}

/** Reads a tensor, but for its elements; or says what is wrong with it. */
export function readTensor(table: Table, input: unknown, path: string): Tensor | InputProblem {
  if (!isJsonRecord(input)) {
    return problem(path, `${path} must be a tensor: an object with name, shape, datatype and data.`);
  }
  const { name, datatype, shape, data, parameters = null } = input;
  if (typeof name !== "string") return problem(`${path}.name`, "The name of a tensor must be a string.");
  const position = table.indexOf(name);
  if (position === -1) return problem(`${path}.name`, describeUnknownColumn(table, name));
  const column = table.features[position];
  const isElement = elementsOf(datatype, column.kind);
  if (!isElement) {
    const expected = DATATYPE_OF[column.kind];
    const message = `The datatype of ${name} must be ${expected}${isOfNumbers(expected)}; it is ${quoted(datatype)}.`;
    return problem(`${path}.datatype`, message);
  }
  if (parameters !== null && !isJsonRecord(parameters)) {
    return problem(`${path}.parameters`, `The parameters of ${name} must be an object.`);
  }
  if (parameters && "binary_data_size" in parameters) {
    return problem(`${path}.parameters.binary_data_size`, `${BINARY_REFUSED} (${name})`);
  }
  const rows = rowsOfShape(shape);
  if (rows === undefined) {
    return problem(`${path}.shape`, `The shape of ${name} must be [n] or [n, 1], for n rows.`);
  }
  if (!Array.isArray(data)) return problem(`${path}.data`, `The data of ${name} must be an array.`);
  if (data.length !== rows) {
    const message = `The data of ${name} must have ${rows} elements, as its shape says; it has ${data.length}.`;
    return problem(`${path}.data`, message);
  }
  const isNested = Array.isArray(shape) && shape.length === 2 && Array.isArray(data[0]);
  return { path, column, position, rows, data, isNested, isElement };
}

/** The answer to the binary extension of some servers. */
export const BINARY_REFUSED = "Binary tensor data is not supported: send the data as JSON.";

function isOfNumbers(datatype: string): string {
  return datatype === "BYTES" || datatype === "BOOL" ? "" : " or that of another number";
}

/** The first dimension; undefined if the shape is not that of one column. */
function rowsOfShape(shape: unknown): number | undefined {
  if (!Array.isArray(shape) || shape.length > 2) return undefined;
  const [rows, columns = 1]: unknown[] = shape;
  return typeof rows === "number" && Number.isSafeInteger(rows) && rows >= 0 && columns === 1
    ? rows
    : undefined;
}
