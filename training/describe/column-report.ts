import { isoDate } from "../../model/table/date-format";
import type { Field } from "../../model/table/schema-format";
import type { DecidedColumn } from "./decided-column";
import type { TableDescription } from "./describe-table";
import { missingCellsOf } from "./missing-cells";
import { isDayFirst } from "./readings";

/** Report on a column for `npm run describe`. */
export interface ColumnReport {
  readonly column: string;
  /** Absent if the column is left out. */
  readonly apiName?: string;
  readonly type: string;
  readonly missing: number;
  /** Minimum and maximum as written in the API. */
  readonly range?: readonly [number | string, number | string];
  readonly categories?: readonly string[];
  readonly decision: "target" | "feature" | "latitude" | "longitude" | "left out";
  readonly reason: string;
}

/** Reports the type and use of each column, with reasons. */
export function reportColumns({ schema, columns }: TableDescription): ColumnReport[] {
  return schema.fields.map((field, i) => reportColumn(field, columns[i]));
}

function reportColumn(field: Field, { name, profile, type }: DecidedColumn): ColumnReport {
  const { role = "feature", apiName, constraints } = field;
  const range = "range" in type ? ([type.range.min, type.range.max] as const) : undefined;
  return {
    column: name,
    ...(role !== "ignored" && apiName !== undefined && { apiName }),
    type: type.type,
    missing: missingCellsOf(profile, type).count,
    ...(range && { range: type.type === "date" ? [isoDate(range[0]), isoDate(range[1])] : range }),
    ...(constraints?.enum && { categories: constraints.enum }),
    decision: role === "ignored" ? "left out" : role,
    reason: field.reason ?? reasonOf(field, type),
  };
}

function reasonOf({ role, missingCategory, missingValues }: Field, type: DecidedColumn["type"]): string {
  if (role === "target") return "named by you";
  if (role === "latitude" || role === "longitude") return "the name and the range";
  switch (type.type) {
    case "category": {
      const code = type.isCode ? "a code, not a quantity" : "texts that repeat";
      const words = ["an empty cell", ...(missingValues ?? []).filter((word) => word !== "")];
      return missingCategory === undefined ? code : `${code}; ${words.join(", ")}: one category`;
    }
    case "date":
      return isDayFirst(type.pattern) === undefined
        ? `written as ${type.pattern}`
        : `${type.pattern}: ${isDayFirst(type.pattern) ? "the day" : "the month"} comes first`;
    case "year":
      return "four digits, and the name";
    case "boolean":
      return "only true and false";
    default:
      return missingValues === undefined
        ? "numbers"
        : `numbers; ${missingValues.filter(Boolean).join(", ")}: missing`;
  }
}
