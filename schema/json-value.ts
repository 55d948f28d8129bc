import { isEnum } from "../model/table/category-names";
import { isMissing } from "../model/table/column";
import { compileDateFormat, ISO_DATE } from "../model/table/date-format";
import { UNKNOWN_CATEGORY } from "../model/table/raw-value";
import type { ColumnKind, TableColumn } from "../model/table/table-column";

/** Returns undefined if the value is not of the column's type. */
type Reader = (value: unknown, column: TableColumn) => number | undefined;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const dates = compileDateFormat(ISO_DATE);

const MAX_LISTED = 10;

const READERS: { readonly [kind in ColumnKind]: Reader } = {
  number: (value) => (typeof value === "number" ? value : undefined),
  integer: readWhole,
  year: readWhole,
  boolean: (value) => (typeof value === "boolean" ? Number(value) : undefined),
  date: (value) => {
    const days = typeof value === "string" && DAY.test(value) ? dates?.parse(value) : undefined;
    return days === undefined || Number.isNaN(days) ? undefined : days;
  },
  category: (value, column) => (typeof value === "string" ? readCategory(value, column) : undefined),
};

/**
 * Encodes a JSON value: a number, a boolean, a category as in the data, or an ISO 8601 date.
 *
 * @param absent - encodes a missing value
 * @returns undefined if the value is not of the column's type
 */
export function readJsonValue(value: unknown, column: TableColumn, absent: number): number | undefined {
  if (value === null || value === undefined) return absent;
  const read = READERS[column.kind](value, column);
  return Number.isNaN(read) ? absent : read;
}

/** Expected type, as the end of a sentence: "must be a number". */
export function describeType({ kind, categories = [] }: TableColumn): string {
  switch (kind) {
    case "number":
      return "a number";
    case "boolean":
      return "true or false";
    case "date":
      return "a day such as 2024-05-31";
    case "category": {
      const listed = categories
        .slice(0, MAX_LISTED)
        .map((category) => JSON.stringify(category.slice(0, 100)));
      const others = categories.length - listed.length;
      return `one of the texts ${listed.join(", ")}${others > 0 ? ` and ${others} more` : ""}`;
    }
    default:
      return "a whole number";
  }
}

function readWhole(value: unknown): number | undefined {
  return typeof value === "number" && Number.isInteger(value) ? value : undefined;
}

/** Columns with many categories accept unknown ones, as in GraphQL. */
function readCategory(text: string, column: TableColumn): number | undefined {
  const category = column.type.parse(text);
  if (!Number.isNaN(category) || isMissing(column, text.trim())) return category;
  return isEnum(column) ? undefined : UNKNOWN_CATEGORY;
}
