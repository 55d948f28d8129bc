import { basename } from "node:path";
import type { Field, Role, TableSchema } from "../../model/table/schema-format";
import { SCHEMA_PROFILE } from "../../model/table/schema-format";
import { columnsOf } from "../../model/table/table-column";
import { checkTableSchema, schemaPathOf } from "../../model/table/table-schema";
import { apiNamesOf } from "./api-names";
import { type ExaminedColumn, examineColumns } from "./examined-column";
import { fieldOf, ignoredField } from "./field";
import { findGiveaways } from "./giveaways";
import { reasonToLeaveOut } from "./left-out";
import { findLocation } from "./location";
import { findOddities, findRowOddity } from "./oddities";
import type { DescribeOptions } from "./options";
import { refuseAmbiguity, refuseMisfits, refuseTarget, refuseTargetAlone } from "./refusals";
import { type Scan, scanFile } from "./scan";

/** What was found in a table. */
export interface TableDescription {
  /** Path of the file. */
  readonly file: string;
  readonly rows: number;
  readonly schema: TableSchema;
  /** The columns of the schema's fields, in their order. */
  readonly columns: readonly ExaminedColumn[];
  /** What is odd about it, in sentences. */
  readonly warnings: readonly string[];
}

/**
 * Infers the schema of a table from its file.
 *
 * @throws HousePriceError DATA_UNREADABLE; COLUMNS_MISSING where an option names no column; DATA_INVALID with line and
 * column of what is wrong; DATA_AMBIGUOUS where an option must say how cells are meant
 */
export async function describeTable(path: string, options: DescribeOptions): Promise<TableDescription> {
  const scan = await scanFile(path, options.delimiter, new Set(options.missing));
  const columns = examineColumns(scan, options);
  const reasons = columns.map((column) => findReason(column, scan));
  const used = columns.filter((_, i) => reasons[i] === undefined);
  refuseDefects(used, scan.file);
  refuseTargetAlone(used, scan.file);
  const { location, problem } = findLocation(used.filter(({ isTarget }) => !isTarget));
  const roleOf = (column: ExaminedColumn): Role => {
    if (column.isTarget) return "target";
    if (column === location?.latitude) return "latitude";
    return column === location?.longitude ? "longitude" : "feature";
  };
  const apiNames = apiNamesOf(scan.names);
  const fields = columns.map((column, i): Field => {
    const reason = reasons[i];
    if (reason !== undefined) return ignoredField(column, reason);
    return fieldOf(column, roleOf(column), apiNames[i], options.currency);
  });
  const schema = toSchema(scan, fields);
  const warnings = [
    findRowOddity(scan.rows),
    problem,
    ...used.flatMap((column) => findOddities(column, scan.rows)),
    ...findGiveaways(scan, columnsOf(schema)),
    findCurrencyGap(fields),
  ].filter((sentence) => sentence !== undefined);
  return { file: scan.file, rows: scan.rows, schema, columns, warnings };
}

/** Why a column is left out; undefined where it is used, as the target always is. */
function findReason(column: ExaminedColumn, { sample }: Scan): string | undefined {
  if (column.isTarget) return undefined;
  return column.isIgnored ? "you left it out" : reasonToLeaveOut(column, sample);
}

function refuseDefects(columns: readonly ExaminedColumn[], file: string): void {
  for (const column of columns) if (column.isTarget) refuseTarget(column, file);
  for (const column of columns) refuseMisfits(column, file);
  for (const column of columns) refuseAmbiguity(column, file);
}

function toSchema({ file, delimiter }: Scan, fields: Field[]): TableSchema {
  const schema = {
    $schema: SCHEMA_PROFILE,
    name: basename(schemaPathOf(file), ".schema.json").slice(0, 100) || "table",
    ...(delimiter !== "," && { dialect: { delimiter } }),
    fields,
  };
  return checkTableSchema(schema, schemaPathOf(file));
}

function findCurrencyGap(fields: readonly Field[]): string | undefined {
  const target = fields.find(({ role }) => role === "target");
  return target?.currency === undefined
    ? "The currency of the target is not known: name it by --currency, such as USD, or as currency in the schema."
    : undefined;
}
