import type { Model } from "../../model/model";
import { isoDate } from "../../model/table/date-format";
import { rawValueOf } from "../../model/table/raw-value";
import type { TableColumn } from "../../model/table/table-column";

/** A row of the model's table as a database has it: texts of categories, dates, booleans, `null`. */
export type SqlValue = number | string | boolean | null;

/** The values of the model's features. */
export function sqlRow({ table, file }: Model, rows: Float64Array, offset: number): SqlValue[] {
  return file.features.map(({ name }) => {
    const position = table.indexOf(name);
    return sqlValue(table.features[position], rows[offset + position]);
  });
}

function sqlValue(column: TableColumn, value: number): SqlValue {
  if (Number.isNaN(value)) return null;
  if (column.kind === "boolean") return value === 1;
  if (column.kind === "date") return isoDate(value);
  // Of a category that the table does not have, some text.
  return column.categories && value < 0 ? "'; -- no category" : rawValueOf(column, value);
}

/** A value as standard SQL has it. */
export function sqlLiteral(value: SqlValue): string {
  if (typeof value !== "string") return value === null ? "NULL" : String(value).toUpperCase();
  return `'${value.replaceAll("'", "''")}'`;
}
