import { FALSE_VALUES, TRUE_VALUES } from "../../model/table/cell-types";
import { ISO_DATE } from "../../model/table/date-format";
import type { Field, Role } from "../../model/table/schema-format";
import type { ColumnProfile } from "./column-profile";
import type { ColumnType } from "./column-type";
import { currencyName, findCurrency } from "./currency";
import type { DecidedColumn } from "./decided-column";
import { type MissingCells, missingCellsOf } from "./missing-cells";
import { findUnit } from "./unit";

/** Bounds in degrees. */
const DEGREES: { readonly [role in Role]?: number } = { latitude: 90, longitude: 180 };

/** Maximum of GraphQL's 32-bit Int. */
const MAX_INT = 2 ** 31 - 1;

export function ignoredField({ name, type, reason = "" }: DecidedColumn): Field {
  return { name, ...typeProperties(type), role: "ignored", reason };
}

/** @param currency - of the target, if given */
export function fieldOf(column: DecidedColumn, apiName: string, currency: string | undefined): Field {
  const { name, profile, type, role } = column;
  const missing = missingCellsOf(profile, type);
  return {
    name,
    ...typeProperties(type),
    ...(role !== "feature" && { role }),
    apiName,
    ...unitProperties(column, currency),
    ...missingProperties(missing),
    constraints: constraintsOf(column, missing),
  };
}

function typeProperties(type: ColumnType): Pick<Field, "type"> & Partial<Field> {
  switch (type.type) {
    case "empty":
    case "category":
      return { type: "string" };
    case "boolean":
      return booleanProperties(type);
    case "date":
      return { type: "date", ...(type.pattern !== ISO_DATE && { format: type.pattern }) };
    case "year":
      return { type: "year" };
    default: {
      const { decimalChar, groupChar, bareNumber } = type.format;
      return {
        // GraphQL uses Float for integers beyond Int.
        type: isWithin(type.range, MAX_INT) ? type.type : "number",
        ...(decimalChar !== "." && { decimalChar }),
        ...(groupChar !== undefined && { groupChar }),
        ...(!bareNumber && { bareNumber }),
      };
    }
  }
}

function isWithin({ min, max }: { readonly min: number; readonly max: number }, limit: number): boolean {
  return min >= -limit && max <= limit;
}

function booleanProperties({
  trueValues,
  falseValues,
}: Extract<ColumnType, { type: "boolean" }>): Pick<Field, "type"> & Partial<Field> {
  return {
    type: "boolean",
    ...(trueValues.length > TRUE_VALUES.length && { trueValues: [...trueValues] }),
    ...(falseValues.length > FALSE_VALUES.length && { falseValues: [...falseValues] }),
  };
}

function unitProperties({ name, profile, role }: DecidedColumn, given: string | undefined): Partial<Field> {
  if (role in DEGREES) return { unit: "degrees" };
  const currency = role === "target" ? (given ?? findCurrency(name, profile)) : undefined;
  if (currency !== undefined) return { unit: currencyName(currency), currency };
  const unit = findUnit(name, profile);
  return unit === undefined ? {} : { unit };
}

function missingProperties({ words, category }: MissingCells): Partial<Field> {
  return {
    ...(words.length > 0 && { missingValues: ["", ...words] }),
    ...(category !== undefined && { missingCategory: category }),
  };
}

function constraintsOf(
  { profile, type, role }: DecidedColumn,
  missing: MissingCells,
): NonNullable<Field["constraints"]> {
  return {
    ...(missing.count === 0 && { required: true }),
    ...(type.type === "category" && { enum: categoriesOf(profile, missing) }),
    ...boundsOf(type, role),
  };
}

/** If all values are non-negative, negative inputs are refused. */
function boundsOf(type: ColumnType, role: Role): NonNullable<Field["constraints"]> {
  const limit = DEGREES[role];
  if (limit !== undefined) return { minimum: -limit, maximum: limit };
  const isQuantity = type.type === "number" || type.type === "integer";
  return isQuantity && type.range.min >= 0 ? { minimum: 0 } : {};
}

/** Categories of a column, sorted. */
export function categoriesOf({ tally }: ColumnProfile, { words, category }: MissingCells): string[] {
  const categories = new Set(tally.keys());
  for (const word of words) categories.delete(word);
  if (category !== undefined) categories.add(category);
  return [...categories].sort();
}
