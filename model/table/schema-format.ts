import * as v from "valibot";
import { list } from "../file/bounds";

/**
 * The format of `NAME.schema.json`: a Table Schema of Frictionless Data
 * (https://datapackage.org/standard/table-schema/) with a few properties of our own, which the standard allows.
 * `docs/OWN_DATA.md` describes them. Properties that are not listed here are allowed and have no effect.
 *
 * Everything is bounded, since such a file may come from anywhere.
 */
export const SCHEMA_PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json";

/** Largest number of columns of a table. */
export const MAX_COLUMNS = 1000;
/** Longest name of a column. */
export const MAX_NAME = 200;
/** Longest category. */
export const MAX_CATEGORY = 200;
/** Largest number of categories that a schema can list. */
export const MAX_CATEGORIES = 1000;
const MAX_TEXT = 2000;
const MAX_WORDS = 100;

/** A name of a field in GraphQL; those that begin with two underscores belong to GraphQL itself. */
export const API_NAME = /^(?!__)[_A-Za-z][_0-9A-Za-z]{0,99}$/;

const name = v.pipe(v.string(), v.maxLength(MAX_NAME, `Expected at most ${MAX_NAME} characters`));
const text = v.pipe(v.string(), v.maxLength(MAX_TEXT, `Expected at most ${MAX_TEXT} characters`));
const shortText = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_NAME));
const category = v.pipe(v.string(), v.maxLength(MAX_CATEGORY));
const character = v.pipe(
  v.string(),
  v.regex(/^[^\d+\-eE"\r\n]$/u, "Expected one character, not a digit or a sign"),
);
/** A bound is a number, or a text that is a value of the column: a date, for one. */
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
  /** Kept, not evaluated: a regular expression from a file could take for ever. */
  pattern: v.exactOptional(text),
});

export const ROLES = ["feature", "target", "latitude", "longitude", "ignored"] as const;
export const FIELD_TYPES = ["number", "integer", "boolean", "string", "date", "year"] as const;

/** The properties of a field stand in a file in this order: what people change comes first. */
const FieldSchema = v.object({
  name,
  type: v.picklist(FIELD_TYPES, `Expected one of ${FIELD_TYPES.join(", ")}`),
  format: v.exactOptional(shortText),
  /** Our own, as are those below that say so. */
  role: v.exactOptional(v.picklist(ROLES, `Expected one of ${ROLES.join(", ")}`)),
  /** Why a column is ignored; our own. */
  reason: v.exactOptional(text),
  /** Our own. */
  apiName: v.exactOptional(
    v.pipe(
      v.string(),
      v.regex(API_NAME, "Expected a GraphQL name: letters, digits and _, not a digit first, not __ first"),
    ),
  ),
  title: v.exactOptional(shortText),
  /** Name in words, for what several columns do together: "income × rooms"; our own. */
  label: v.exactOptional(shortText),
  description: v.exactOptional(text),
  /** Our own. */
  unit: v.exactOptional(shortText),
  /** A value as questions have it; of the standard. */
  example: v.exactOptional(v.union([v.pipe(v.number(), v.finite()), v.boolean(), category])),
  /** ISO 4217 code of the target's currency; our own. */
  currency: v.exactOptional(
    v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, "Expected an ISO 4217 code such as USD")),
  ),
  /** Units of the currency in one unit of the target; our own. */
  scale: v.exactOptional(v.pipe(v.number(), v.finite(), v.gtValue(0))),
  decimalChar: v.exactOptional(character),
  groupChar: v.exactOptional(character),
  bareNumber: v.exactOptional(v.boolean()),
  trueValues: v.exactOptional(words),
  falseValues: v.exactOptional(words),
  /** Replaces those of the table for this column. */
  missingValues: v.exactOptional(missingValues),
  /** The category that a missing value stands for; our own. */
  missingCategory: v.exactOptional(category),
  constraints: v.exactOptional(ConstraintsSchema),
});

/** Table Dialect (https://datapackage.org/standard/table-dialect/), the part that a CSV file of a table needs. */
const DialectSchema = v.object({
  delimiter: v.exactOptional(v.picklist([",", ";", "\t", "|"], 'Expected ",", ";", "|" or a tab')),
});

export const TableSchemaFormat = v.object({
  $schema: v.exactOptional(text),
  name: v.exactOptional(shortText),
  title: v.exactOptional(shortText),
  description: v.exactOptional(text),
  /** What users of its models must know, in sentences, for model cards; our own. */
  caveats: v.exactOptional(list(text, MAX_WORDS)),
  /** Names of the columns that models learn from unless others are named; our own. */
  defaultFeatures: v.exactOptional(list(name, MAX_COLUMNS, 1)),
  dialect: v.exactOptional(DialectSchema),
  missingValues: v.exactOptional(missingValues),
  primaryKey: v.exactOptional(v.union([name, list(name, MAX_COLUMNS)])),
  fields: list(FieldSchema, MAX_COLUMNS, 1),
});

/** A table schema, as it is written. */
export type TableSchema = v.InferOutput<typeof TableSchemaFormat>;
export type Field = TableSchema["fields"][number];
export type FieldType = Field["type"];
export type Role = (typeof ROLES)[number];
