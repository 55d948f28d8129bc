import type { TableColumn } from "./table-column";

/** A value as files and people write it: a number, the text of a category, or nothing. */
export type RawValue = number | string | null;

/** What a row has for a text that is none of its column's categories: there is a value, but the model knows nothing of it. */
export const UNKNOWN_CATEGORY = -1;

/** The number that a row of the table has for a raw value. */
export function numberOf({ categories }: Pick<TableColumn, "categories">, raw: RawValue): number {
  if (raw === null) return Number.NaN;
  return typeof raw === "number" ? raw : (categories?.indexOf(raw) ?? UNKNOWN_CATEGORY);
}

/** The raw value of a number in a row of the table. */
export function rawValueOf({ categories }: Pick<TableColumn, "categories">, value: number): RawValue {
  if (Number.isNaN(value)) return null;
  return categories ? (categories[value] ?? null) : value;
}
