import { quoted } from "./quoted";
import type { Table } from "./table";
import type { TableColumn } from "./table-column";

/** The properties of a column that the API depends on, with their names. */
const PROPERTIES: readonly (readonly [
  what: string,
  of: (column: TableColumn) => string | number | boolean,
])[] = [
  ["role", ({ role }) => role],
  ["API name", ({ apiName }) => apiName],
  ["type", ({ kind }) => kind],
  ["unit", ({ unit = "" }) => unit],
  ["currency", ({ currency = "" }) => currency],
  ["scale", ({ scale }) => scale],
];

/**
 * Compares the API and the row layout of two tables.
 *
 * @returns the first difference of `other` from `table`, as the end of a sentence; undefined if they are compatible
 */
export function findTableDifference(table: Table, other: Table): string | undefined {
  const columns = [...table.features, table.target];
  const others = [...other.features, other.target];
  for (const [i, column] of columns.entries()) {
    const counterpart = others[i];
    if (!counterpart) return `column ${quoted(column.name)} is absent`;
    if (counterpart.name !== column.name) {
      return `column ${i + 1} is ${quoted(counterpart.name)}, not ${quoted(column.name)}`;
    }
    const difference = findColumnDifference(column, counterpart);
    if (difference !== undefined) return difference;
  }
  const added = others[columns.length];
  return added && `there is an additional column ${quoted(added.name)}`;
}

function findColumnDifference(column: TableColumn, other: TableColumn): string | undefined {
  const name = quoted(column.name);
  for (const [what, of] of PROPERTIES) {
    if (of(column) !== of(other)) {
      return `the ${what} of column ${name} is ${show(of(other))}, not ${show(of(column))}`;
    }
  }
  if (column.required !== other.required) {
    return `"required" of column ${name} is ${other.required}, not ${column.required}`;
  }
  const [categories, others] = [column.categories ?? [], other.categories ?? []];
  const known = new Set(categories);
  const added = others.find((category) => !known.has(category));
  if (added !== undefined) return `column ${name} has an additional category, ${quoted(added)}`;
  const still = new Set(others);
  const lacking = categories.find((category) => !still.has(category));
  if (lacking !== undefined) return `column ${name} lacks the category ${quoted(lacking)}`;
  return categories.every((category, i) => others[i] === category)
    ? undefined
    : `the categories of column ${name} are in another order`;
}

function show(value: string | number | boolean): string {
  return typeof value === "string" ? quoted(value) : String(value);
}
