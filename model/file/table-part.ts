import * as v from "valibot";
import { TableSchemaFormat } from "../table/schema-format";
import { findSchemaProblem } from "../table/schema-problem";

/**
 * The part of a table schema stored in a model file: features and target, with all categories listed, so that a server needs no other
 * file.
 */
export const TablePartSchema = v.pipe(
  TableSchemaFormat,
  v.check(
    (schema) => findSchemaProblem(schema) === undefined,
    ({ input }) => findSchemaProblem(input)?.problem ?? "",
  ),
  v.check(({ fields }) => fields.every(({ role }) => role !== "ignored"), "Expected no ignored columns"),
  v.check(
    ({ fields }) => fields.every(({ type, constraints }) => type !== "string" || constraints?.enum),
    "Expected an enum of categories for each column of type string",
  ),
);
