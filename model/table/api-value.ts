import { categoryNames, isEnum } from "./category-names";
import { isoDate } from "./date-format";
import type { TableColumn } from "./table-column";

/** A value of a column as a variable of the API has it: dates as in ISO 8601, a category as its text or its name in the enum. */
export function apiValue(column: TableColumn, value: number): string | number | boolean {
  const { kind, categories = [] } = column;
  if (kind === "boolean") return value === 1;
  if (kind === "date") return isoDate(value);
  if (kind !== "category") return value;
  return isEnum(column) ? categoryNames(categories)[value] : categories[value];
}
