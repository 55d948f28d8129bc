import { CELL_TYPES, categoryType } from "./cell-types";
import type { CellType, Column } from "./column";
import type { Domain } from "./domain";
import type { Field, FieldType, Role, TableSchema } from "./schema-format";

/** The type of a column's values. A string column is one of categories. */
export type ColumnKind = Exclude<FieldType, "string"> | "category";

/**
 * A column of a table, as the rest of the program sees it: each of its cells is a number, so that a row is a
 * `Float64Array`. A number, an integer and a year are themselves; a boolean is 0 or 1; a date is days since 1970-01-01;
 * a category is its position in {@link categories}; `NaN` is a missing value.
 */
export interface TableColumn extends Column {
  /** Name in the file. */
  readonly name: string;
  readonly kind: ColumnKind;
  readonly role: Role;
  /** Name in the GraphQL API. */
  readonly apiName: string;
  /** Name in words. */
  readonly label: string;
  readonly description: string | undefined;
  readonly unit: string | undefined;
  /** A value of the column, in the form of {@link kind}: for example queries. */
  readonly example: number | boolean | string | undefined;
  /** ISO 4217 code of the currency, of a target. */
  readonly currency: string | undefined;
  /** Units of the currency in one unit of the column. */
  readonly scale: number;
  /** The categories; undefined where the schema does not list them, so that the training rows tell. */
  readonly categories: readonly string[] | undefined;
  /** The category that an empty cell stands for. */
  readonly missingCategory: string | undefined;
}

/** What missing values look like where a schema does not say it: the default of the standard. */
const DEFAULT_MISSING_VALUES = [""];

/** Bounds of the roles, where a schema has none of its own. */
const ROLE_BOUNDS: { readonly [role in Role]?: number } = { latitude: 90, longitude: 180 };

/** The columns of a table, in the order of its schema. The schema was checked by `checkTableSchema`. */
export function columnsOf({ fields, missingValues = DEFAULT_MISSING_VALUES }: TableSchema): TableColumn[] {
  return fields.map((field) => columnOf(field, new Set(field.missingValues ?? missingValues)));
}

/** The column that models predict: a schema that was checked has one. */
export function findTarget(columns: readonly TableColumn[]): TableColumn {
  const target = columns.find(({ role }) => role === "target");
  if (!target) throw new TypeError("The schema of the table was not checked.");
  return target;
}

/** A column with the categories that its values have, where its schema does not list them. */
export function withCategories(column: TableColumn, categories: readonly string[]): TableColumn {
  const { missingCategory, missingValues = new Set() } = column;
  return { ...column, categories, type: categoryType(categories, missingCategory, missingValues) };
}

function columnOf(field: Field, missing: ReadonlySet<string>): TableColumn {
  const { name, apiName = name, role = "feature", constraints = {}, missingCategory, scale = 1 } = field;
  const type = typeOf(field, missing);
  return {
    name,
    names: apiName === name ? [name] : [name, apiName],
    kind: field.type === "string" ? "category" : field.type,
    role,
    apiName,
    label: field.label ?? field.title ?? name,
    description: field.description,
    unit: field.unit,
    example: field.example,
    currency: field.currency,
    scale,
    categories: constraints.enum,
    missingCategory,
    missingValues: missing,
    required: constraints.required ?? false,
    type,
    domain: domainOf(field, type),
  };
}

function typeOf(field: Field, missing: ReadonlySet<string>): CellType {
  if (field.type === "string") {
    return categoryType(field.constraints?.enum ?? [], field.missingCategory, missing);
  }
  const type = CELL_TYPES[field.type](field);
  if (!type) throw new TypeError(`The format of column ${field.name} was not checked.`);
  return withoutMissing(type, missing);
}

/** A type that does not take a missing value such as `-999` for a number. */
function withoutMissing(type: CellType, missing: ReadonlySet<string>): CellType {
  // Cells that are no value of the type anyway need no check, which every other cell would pay for.
  if (![...missing].some((text) => !Number.isNaN(type.parse(text)))) return type;
  return { ...type, parse: (text) => (missing.has(text.trim()) ? Number.NaN : type.parse(text)) };
}

/** The bounds of a column; categories have none, since every position is one. */
function domainOf({ constraints = {}, role = "feature" }: Field, type: CellType): Domain {
  const limit = ROLE_BOUNDS[role] ?? Infinity;
  const min = boundOf(constraints.minimum, type) ?? -limit;
  const max = boundOf(constraints.maximum, type) ?? limit;
  const above = boundOf(constraints.exclusiveMinimum, type) ?? -Infinity;
  const below = boundOf(constraints.exclusiveMaximum, type) ?? Infinity;
  return {
    min: Math.max(min, above),
    max: Math.min(max, below),
    exclusiveMin: above >= min && above !== -Infinity,
    exclusiveMax: below <= max && below !== Infinity,
  };
}

/** A bound as a value of the column; `NaN` where it is none. */
export function boundOf(bound: number | string | undefined, type: CellType): number | undefined {
  return typeof bound === "string" ? type.parse(bound) : bound;
}
