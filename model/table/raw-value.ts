import type { TableColumn } from "./table-column";

/** A value as in data files: a number, a category, or null for missing. */
export type RawValue = number | string | null;

/** Value of an unknown category: present, but without meaning to the model. */
export const UNKNOWN_CATEGORY = -1;

/** Encodes a raw value as the number stored in a row. */
export function numberOf({ categories }: Pick<TableColumn, "categories">, raw: RawValue): number {
  if (raw === null) return Number.NaN;
  return typeof raw === "number" ? raw : (categories?.indexOf(raw) ?? UNKNOWN_CATEGORY);
}

export function rawValueOf({ categories }: Pick<TableColumn, "categories">, value: number): RawValue {
  if (Number.isNaN(value)) return null;
  return categories ? (categories[value] ?? null) : value;
}
