import { dayOf } from "./day";
import type { Column, House, Value } from "./house";

/** A house as most training rows are. */
export function usualHouse(columns: readonly Column[]): House {
  return Object.fromEntries(columns.map((column) => [column.apiName, usualValue(column)]));
}

/** The value in the middle of the training rows; null where most have none. */
export function usualValue(column: Column): Value {
  const { required, missingShare } = column;
  const isUnknown = missingShare === null || missingShare === undefined || missingShare >= 0.5;
  return isUnknown && !required ? null : anyValue(column);
}

/** The value in the middle of the training rows that have one. */
export function anyValue(column: Column): Exclude<Value, null> {
  if (column.type === "CATEGORY") return usualCategory(column);
  const median = column.quantiles?.[9] ?? 1;
  switch (column.type) {
    case "BOOLEAN":
      return median >= 0.5;
    case "DATE":
      return dayOf(median);
    case "NUMBER":
      return Number(median.toPrecision(6));
    default:
      return Math.round(median);
  }
}

/** The value of a category in a query: that of the column's enum, or the text. */
export const valueOfCategory = ({ enumValue, text }: { enumValue?: string | null; text: string }): string =>
  enumValue ?? text;

/** How a category is shown: one may be the empty text. */
export const labelOfCategory = ({ text }: { text: string }): string => text || "(empty)";

function usualCategory({ categories }: Column): string {
  const [most] = [...(categories ?? [])].sort((a, b) => (b.rows ?? 0) - (a.rows ?? 0));
  return most ? valueOfCategory(most) : "";
}
