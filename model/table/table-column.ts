import { CELL_TYPES, categoryType } from "./cell-types";
import type { CellType, Column } from "./column";
import type { Domain } from "./domain";
import type { Field, FieldType, Role, TableSchema } from "./schema-format";

/** String columns are categories. */
export type ColumnKind = Exclude<FieldType, "string"> | "category";

/**
 * A column whose cells are numbers, so that a row is a `Float64Array`. Numbers, integers and years are themselves; booleans are 0 or 1;
 * dates are days since 1970-01-01; a category is its position in {@link categories}; `NaN` is missing.
 */
export interface TableColumn extends Column {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly role: Role;
  readonly apiName: string;
  readonly label: string;
  readonly description: string | undefined;
  readonly unit: string | undefined;
  readonly example: number | boolean | string | undefined;
  /** ISO 4217 code of a target's currency. */
  readonly currency: string | undefined;
  /** Currency units per unit of the column. */
  readonly scale: number;
  /** Undefined if the schema does not list them; they then come from the training rows. */
  readonly categories: readonly string[] | undefined;
  /** The category that an empty cell stands for. */
  readonly missingCategory: string | undefined;
}

/** The default of the standard. */
const DEFAULT_MISSING_VALUES = [""];

const ROLE_BOUNDS: { readonly [role in Role]?: number } = { latitude: 90, longitude: 180 };

/** The columns of a schema validated by `checkTableSchema`. */
export function columnsOf({ fields, missingValues = DEFAULT_MISSING_VALUES }: TableSchema): TableColumn[] {
  return fields.map((field) => columnOf(field, new Set(field.missingValues ?? missingValues)));
}

/** The column to predict; a validated schema has one. */
export function findTarget(columns: readonly TableColumn[]): TableColumn {
  const target = columns.find(({ role }) => role === "target");
  if (!target) throw new TypeError("The schema of the table was not checked.");
  return target;
}

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

function withoutMissing(type: CellType, missing: ReadonlySet<string>): CellType {
  // If no missing value parses as a number, cells need no extra check.
  if (![...missing].some((text) => !Number.isNaN(type.parse(text)))) return type;
  return { ...type, parse: (text) => (missing.has(text.trim()) ? Number.NaN : type.parse(text)) };
}

/** Categories have no bounds, since every position is valid. */
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

/** Parses a bound; `NaN` if it is not a value of the column. */
export function boundOf(bound: number | string | undefined, type: CellType): number | undefined {
  return typeof bound === "string" ? type.parse(bound) : bound;
}
