import type { ColumnKind } from "../../../model/table/table-column";
import type { DatabaseTable } from "./database";

/** The type of a column of standard SQL. */
export function standardType(kind: ColumnKind): string {
  if (kind === "category") return "TEXT";
  if (kind === "boolean") return "BOOLEAN";
  return kind === "date" ? "DATE" : "DOUBLE PRECISION";
}

/** Statements that create a table anew. */
export function createTable(
  { name, columns }: DatabaseTable,
  quote: (name: string) => string,
  typeOf: (kind: ColumnKind) => string,
): string {
  const declared = columns.map((column) => `${quote(column.name)} ${typeOf(column.kind)}`);
  return `DROP TABLE IF EXISTS ${quote(name)}; CREATE TABLE ${quote(name)} (${declared.join(", ")})`;
}
