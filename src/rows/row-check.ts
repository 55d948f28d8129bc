import type { Model } from "../../model/model";
import type { ModelCatalogue, ModelSelection } from "../../model/registry/catalogue";
import { describeUnacceptable, isAcceptable } from "../../model/table/domain";
import { hasAll, type Table } from "../../model/table/table";
import type { TableColumn } from "../../model/table/table-column";
import { type FieldProblem, InputProblem, problemOf } from "../../schema/invalid-input.error";
import { selectModelForRow } from "../../schema/model-selector.input";

/**
 * The model that answers a row whose values were read from JSON, by the names that its columns have in the data; or what is wrong with the
 * row. The checks and the choice of the model are those of a row of GraphQL.
 *
 * @param rows - rows of features, in the layout of the table
 * @param offset - where in `rows` the row begins
 * @throws ModelUnavailableError where there is no model at all
 */
export function modelForRow(
  table: Table,
  catalogue: ModelCatalogue,
  selector: ModelSelection | undefined,
  rows: Float64Array,
  offset: number,
): Model | InputProblem {
  const problems = findUnacceptable(table, rows, offset);
  if (problems.length > 0) return problemOf(problems);
  const model = selectModelForRow(catalogue, selector, rows, offset);
  if (model instanceof InputProblem || hasAll(model.needed, rows, offset)) return model;
  const missing = table.missingAmong(model.needed, rows, offset);
  return problemOf(
    missing.map((column) => ({ path: column.name, message: `${model.id} needs ${meaningOf(column)}.` })),
  );
}

function findUnacceptable({ features }: Table, rows: Float64Array, offset: number): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (let i = 0; i < features.length; i++) {
    const value = rows[offset + i];
    const column = features[i];
    if (Number.isNaN(value)) {
      if (!column.required) continue;
      problems.push({ path: column.name, message: `A value is required for ${meaningOf(column)}.` });
    } else if (!isAcceptable(value, column.domain)) {
      problems.push({ path: column.name, message: describe(column, value) });
    }
  }
  return problems;
}

function describe({ name, domain, type }: TableColumn, value: number): string {
  const shown = type.show?.(value) ?? String(value);
  return `${name} ${describeUnacceptable(value, domain, shown, type.show)}.`;
}

/** What a column is, by its name in the data. */
export function meaningOf({ name, label, description = label, unit }: TableColumn): string {
  return `${name}: ${description}${unit === undefined ? "" : `, in ${unit}`}`;
}
