import * as v from "valibot";
import { list } from "../file/bounds";

/**
 * The format of `NAME.schema.json`: a Table Schema of Frictionless Data (https://datapackage.org/standard/table-schema/) with custom
 * properties, which the standard allows; see `docs/OWN_DATA.md`. Unknown properties are ignored. Everything is bounded, since files may
 * come from anywhere.
 */
export const SCHEMA_PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json";

export const MAX_COLUMNS = 1000;
export const MAX_NAME = 200;
export const MAX_CATEGORY = 200;
export const MAX_CATEGORIES = 1000;
const MAX_TEXT = 2000;
const MAX_WORDS = 100;

/** A GraphQL field name; two leading underscores are reserved by GraphQL. */
export const API_NAME = /^(?!__)[_A-Za-z][_0-9A-Za-z]{0,99}$/;

const name = v.pipe(v.string(), v.maxLength(MAX_NAME, `Expected at most ${MAX_NAME} characters`));
const text = v.pipe(v.string(), v.maxLength(MAX_TEXT, `Expected at most ${MAX_TEXT} characters`));
const shortText = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_NAME));
const category = v.pipe(v.string(), v.maxLength(MAX_CATEGORY));
const character = v.pipe(
  v.string(),
  v.regex(/^[^\d+\-eE"\r\n]$/u, "Expected one character, not a digit or a sign"),
);
/** A number, or a value of the column as text, such as a date. */
const bound = v.union([v.pipe(v.number(), v.finite()), shortText]);
const missingValues = list(category, MAX_WORDS);
const words = list(category, MAX_WORDS, 1);

const ConstraintsSchema = v.object({
  required: v.exactOptional(v.boolean()),
  enum: v.exactOptional(
    v.pipe(
      list(category, MAX_CATEGORIES, 1),
      v.check((values) => new Set(values).size === values.length, "A category is listed twice"),
    ),
  ),
  minimum: v.exactOptional(bound),
  maximum: v.exactOptional(bound),
  exclusiveMinimum: v.exactOptional(bound),
  exclusiveMaximum: v.exactOptional(bound),
  /** Kept, but not evaluated: a regular expression from a file could take forever. */
  pattern: v.exactOptional(text),
});

export const ROLES = ["feature", "target", "latitude", "longitude", "ignored"] as const;
export const FIELD_TYPES = ["number", "integer", "boolean", "string", "date", "year"] as const;

/** In the order in which a file lists them: what people edit comes first. */
const FieldSchema = v.object({
  name,
  type: v.picklist(FIELD_TYPES, `Expected one of ${FIELD_TYPES.join(", ")}`),
  format: v.exactOptional(shortText),
  /** Custom properties are marked as such below. */
  role: v.exactOptional(v.picklist(ROLES, `Expected one of ${ROLES.join(", ")}`)),
  /** Why a column is ignored. Custom. */
  reason: v.exactOptional(text),
  /** Custom. */
  apiName: v.exactOptional(
    v.pipe(
      v.string(),
      v.regex(API_NAME, "Expected a GraphQL name: letters, digits and _, not a digit first, not __ first"),
    ),
  ),
  title: v.exactOptional(shortText),
  /** Display name, used in "income × rooms". Custom. */
  label: v.exactOptional(shortText),
  description: v.exactOptional(text),
  /** Custom. */
  unit: v.exactOptional(shortText),
  /** Standard. */
  example: v.exactOptional(v.union([v.pipe(v.number(), v.finite()), v.boolean(), category])),
  /** ISO 4217 code of the target's currency. Custom. */
  currency: v.exactOptional(
    v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, "Expected an ISO 4217 code such as USD")),
  ),
  /** Currency units per unit of the target. Custom. */
  scale: v.exactOptional(v.pipe(v.number(), v.finite(), v.gtValue(0))),
  decimalChar: v.exactOptional(character),
  groupChar: v.exactOptional(character),
  bareNumber: v.exactOptional(v.boolean()),
  trueValues: v.exactOptional(words),
  falseValues: v.exactOptional(words),
  /** Overrides the table's missing values. */
  missingValues: v.exactOptional(missingValues),
  /** The category that a missing value stands for. Custom. */
  missingCategory: v.exactOptional(category),
  constraints: v.exactOptional(ConstraintsSchema),
});

/** The used part of Table Dialect (https://datapackage.org/standard/table-dialect/). */
const DialectSchema = v.object({
  delimiter: v.exactOptional(v.picklist([",", ";", "\t", "|"], 'Expected ",", ";", "|" or a tab')),
});

export const TableSchemaFormat = v.object({
  $schema: v.exactOptional(text),
  name: v.exactOptional(shortText),
  title: v.exactOptional(shortText),
  description: v.exactOptional(text),
  /** Caveats for model cards, in sentences. Custom. */
  caveats: v.exactOptional(list(text, MAX_WORDS)),
  /** Features to train on by default. Custom. */
  defaultFeatures: v.exactOptional(list(name, MAX_COLUMNS, 1)),
  dialect: v.exactOptional(DialectSchema),
  missingValues: v.exactOptional(missingValues),
  primaryKey: v.exactOptional(v.union([name, list(name, MAX_COLUMNS)])),
  fields: list(FieldSchema, MAX_COLUMNS, 1),
});

export type TableSchema = v.InferOutput<typeof TableSchemaFormat>;
export type Field = TableSchema["fields"][number];
export type FieldType = Field["type"];
export type Role = (typeof ROLES)[number];
