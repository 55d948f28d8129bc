import type { Model } from "../../model/model";
import type { ModelCatalogue } from "../../model/registry/catalogue";
import { hasAll, type Table } from "../../model/table/table";
import { type FieldProblem, InputProblem, MAX_PROBLEMS, problemOf } from "../../schema/invalid-input.error";
import { describeType, readJsonValue } from "../../schema/json-value";
import { meaningOf, modelForRow } from "../rows/row-check";
import type { InferRequest } from "./infer-request";
import type { Tensor } from "./tensor";

/**
 * Writes the tensors of a request into rows of the table, and checks each row as GraphQL does; or says what is wrong with them.
 *
 * @param model - the model that is to predict the rows
 */
export function readTensorRows(
  { tensors, rows: count }: InferRequest,
  model: Model,
  catalogue: ModelCatalogue,
): Float64Array | InputProblem {
  const { table } = catalogue;
  const missing = missingTensors(table, tensors, model);
  if (missing.length > 0) return problemOf(missing);
  const rows = table.emptyRows(count);
  const misread = tensors.flatMap((tensor) => writeColumn(tensor, rows, table.width));
  if (misread.length > 0) return problemOf(misread);
  const invalid = findInvalidRows(rows, model, catalogue);
  return invalid.length > 0 ? problemOf(invalid) : rows;
}

/** Columns without a tensor that every row must have a value of. */
function missingTensors(table: Table, tensors: readonly Tensor[], { id, needed }: Model): FieldProblem[] {
  const given = new Set(tensors.map(({ position }) => position));
  const absent = table.emptyRow();
  return table.features.flatMap((column, position) => {
    if (!Number.isNaN(absent[position]) || given.has(position)) return [];
    if (!column.required && !needed.includes(position)) return [];
    return { path: "inputs", message: `${id} needs a tensor ${meaningOf(column)}.` };
  });
}

/** Writes the elements of a tensor; gives the first problems. */
function writeColumn(
  { data, isNested, isElement, column, position, path }: Tensor,
  rows: Float64Array,
  width: number,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (let row = 0; row < data.length && problems.length < MAX_PROBLEMS; row++) {
    const offset = row * width + position;
    const element = isNested ? elementOf(data[row]) : data[row];
    const isNull = element === null;
    const value = isNull || isElement(element) ? readJsonValue(element, column, rows[offset]) : undefined;
    if (value === undefined) {
      const message = `${column.name}[${row}] must be ${describeType(column)}, and of the tensor's datatype.`;
      problems.push({ path: `${path}.data[${row}]`, message });
    } else {
      rows[offset] = value;
    }
  }
  return problems;
}

/** The element of an item of nested data; undefined if the item is not an array of one element. */
function elementOf(item: unknown): unknown {
  return Array.isArray(item) && item.length === 1 ? item[0] : undefined;
}

/** What is wrong with the first rows that are not acceptable. */
function findInvalidRows(rows: Float64Array, model: Model, catalogue: ModelCatalogue): FieldProblem[] {
  const { table } = catalogue;
  const { name, version } = model.file;
  const required = Int32Array.from(table.features.keys()).filter((i) => table.features[i].required);
  const problems: FieldProblem[] = [];
  for (let offset = 0; offset < rows.length && problems.length < MAX_PROBLEMS; offset += table.width) {
    const isValid =
      table.isRowInDomain(rows, offset) &&
      hasAll(required, rows, offset) &&
      hasAll(model.needed, rows, offset);
    if (isValid) continue;
    const checked = modelForRow(table, catalogue, { name, version }, rows, offset);
    if (!(checked instanceof InputProblem)) continue;
    const row = offset / table.width;
    for (const { path, message } of checked.fields) {
      problems.push({ path: `${path}[${row}]`, message: `Row ${row}: ${message}` });
    }
  }
  return problems;
}
