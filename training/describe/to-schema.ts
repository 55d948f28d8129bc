import { basename } from "node:path";
import { SCHEMA_PROFILE, type TableSchema } from "../../model/table/schema-format";
import { checkTableSchema, schemaPathOf } from "../../model/table/table-schema";
import { apiNamesOf } from "./api-names";
import type { DecidedColumn } from "./decided-column";
import { fieldOf, ignoredField } from "./field";
import type { Scan } from "./scan";

const MAX_NAME = 100;

/** @param currency - of the target, if given */
export function toSchema(
  { file, delimiter, names }: Scan,
  columns: readonly DecidedColumn[],
  currency: string | undefined,
): TableSchema {
  const apiNames = apiNamesOf(names);
  const path = schemaPathOf(file);
  const schema: TableSchema = {
    $schema: SCHEMA_PROFILE,
    name: basename(path, ".schema.json").slice(0, MAX_NAME) || "table",
    ...(delimiter !== "," && { dialect: { delimiter } }),
    fields: columns.map((column, i) =>
      column.role === "ignored" ? ignoredField(column) : fieldOf(column, apiNames[i], currency),
    ),
  };
  return checkTableSchema(schema, path);
}
