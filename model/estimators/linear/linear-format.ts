import * as v from "valibot";
import { BOUNDS, list } from "../../file/bounds";
import { column, count, finite } from "../../file/fields";
import { MAX_CATEGORY } from "../../table/schema-format";

/** A column of the regression: a numeric feature, or an indicator (0 or 1) of a category or of a missing value. */
const TermColumn = {
  feature: column,
  category: v.exactOptional(v.pipe(v.string(), v.maxLength(MAX_CATEGORY))),
  missing: v.exactOptional(v.literal(true)),
};

const LinearColumnSchema = v.strictObject(TermColumn);
const LinearTermSchema = v.strictObject({ ...TermColumn, coefficient: finite });

export type LinearColumn = v.InferOutput<typeof LinearColumnSchema>;
export type LinearTerm = v.InferOutput<typeof LinearTermSchema>;

export const LinearEstimatorSchema = v.strictObject({
  kind: v.literal("linear"),
  rows: v.pipe(count, v.minValue(1)),
  intercept: finite,
  /** In the target's unit per unit of the column. Missing numbers are replaced by the mean; columns without a term count 0. */
  terms: v.pipe(
    list(LinearTermSchema, BOUNDS.columns),
    v.check((terms) => new Set(terms.map(keyOf)).size === terms.length, "A column has two terms"),
    v.check((terms) => terms.every(isOneColumn), "Expected a term for a category or for missing values"),
  ),
  /** Linearly dependent columns: the minimum-norm solution decides how they share an effect. */
  aliased: v.exactOptional(list(LinearColumnSchema, BOUNDS.columns)),
});

export type LinearEstimator = v.InferOutput<typeof LinearEstimatorSchema>;

export function nameOfColumn({ feature, category, missing }: LinearColumn): string {
  if (missing) return `${feature} is missing`;
  return category === undefined ? feature : `${feature} = ${category === "" ? '""' : category}`;
}

function keyOf({ feature, category, missing }: LinearColumn): string {
  return JSON.stringify([feature, category ?? missing ?? null]);
}

function isOneColumn({ category, missing }: LinearColumn): boolean {
  return category === undefined || missing === undefined;
}
