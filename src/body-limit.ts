import { isEnum } from "../model/table/category-names";
import type { Table } from "../model/table/table";
import type { ColumnKind, TableColumn } from "../model/table/table-column";
import type { Config } from "./config";

/** Minimum body limit, for any batch size: room for the document and its variables. */
const MIN_BODY_BYTES = 100_000;

/**
 * Bytes that a row counts at most in a whole batch: of a table with very wide rows, a batch has fewer of them. Parsed, a
 * body takes up to twenty times its bytes.
 */
const MAX_ROW_BYTES = 800;

/** Bytes of a value of each type, with as many digits as data have. */
const VALUE_BYTES: { readonly [kind in Exclude<ColumnKind, "category">]: number } = {
  number: 10,
  integer: 7,
  year: 4,
  boolean: 5,
  date: 12,
};

/** Quotes and a colon about the name of a value, a comma behind it, and a space after each mark. */
const MARKS_BYTES = 6;

/** Braces about a row, a comma behind it, and spaces. */
const ROW_BYTES = 5;

/** What the representation of a house has besides its row: its type and its key. */
const REPRESENTATION_BYTES = 80;

/** Bytes that one row of a batch may take. */
export function bytesPerRow({ features }: Table): number {
  return features.reduce(
    (sum, column) => sum + column.apiName.length + MARKS_BYTES + bytesOf(column),
    ROW_BYTES,
  );
}

/** The largest request body, in bytes: room for a batch of MAX_BATCH_SIZE rows. */
export function bodyLimit(
  table: Table,
  { MAX_BATCH_SIZE, FEDERATION }: Pick<Config, "MAX_BATCH_SIZE"> & Partial<Pick<Config, "FEDERATION">>,
): number {
  const row = bytesPerRow(table) + (FEDERATION ? REPRESENTATION_BYTES : 0);
  return Math.max(
    MIN_BODY_BYTES + (row > MAX_ROW_BYTES ? row : 0),
    MAX_BATCH_SIZE * Math.min(row, MAX_ROW_BYTES),
  );
}

function bytesOf(column: TableColumn): number {
  return column.kind === "category" ? bytesOfCategory(column) : VALUE_BYTES[column.kind];
}

/** The longest category, in quotes. Names of enum values are about as long as the categories. */
function bytesOfCategory(column: TableColumn): number {
  const { categories = [] } = column;
  const longest = categories.reduce((most, category) => Math.max(most, Buffer.byteLength(category)), 0);
  return 2 + (isEnum(column) ? Math.min(longest, 60) : longest) + 2;
}
