import { isEnum } from "../../model/table/category-names";
import { describeDomain } from "../../model/table/domain";
import type { ColumnKind, TableColumn } from "../../model/table/table-column";
import type { JsonSchema } from "./openapi-document";

const TYPES: { readonly [kind in ColumnKind]: string } = {
  number: "number",
  integer: "integer",
  year: "integer",
  boolean: "boolean",
  date: "string",
  category: "string",
};

/** What the values of a column are, as JSON Schema says it. A value of a column that is not required may be null. */
export function columnSchema(column: TableColumn): JsonSchema {
  const { kind, required, categories = [] } = column;
  const type = TYPES[kind];
  return {
    type: required ? type : [type, "null"],
    description: describe(column),
    ...(kind === "date" && { format: "date" }),
    ...(isEnum(column) && { enum: required ? categories : [...categories, null] }),
    ...(type !== "string" && kind !== "boolean" && boundsOf(column)),
  };
}

function boundsOf({ domain: { min, max, exclusiveMin, exclusiveMax } }: TableColumn) {
  return {
    ...(Number.isFinite(min) && { [exclusiveMin ? "exclusiveMinimum" : "minimum"]: min }),
    ...(Number.isFinite(max) && { [exclusiveMax ? "exclusiveMaximum" : "maximum"]: max }),
  };
}

function describe({ label, description = label, unit, kind, domain, type }: TableColumn): string {
  const sentences = [sentence(description)];
  if (unit !== undefined) sentences.push(`Unit: ${unit}.`);
  // Of dates, JSON Schema has no bounds.
  const isBounded = Number.isFinite(domain.min) || Number.isFinite(domain.max);
  if (kind === "date" && isBounded) sentences.push(`Must be ${describeDomain(domain, type.show)}.`);
  return sentences.join(" ");
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
