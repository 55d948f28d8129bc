import * as v from "valibot";
import { MAX_CATEGORIES } from "../table/schema-format";
import { BOUNDS, list } from "./bounds";
import { column, count, finite } from "./fields";

/** Number of quantiles of a feature: those of 5 %, 10 %, … 95 % of the training rows. */
export const QUANTILES = 19;

const MISSING = {
  /** Number of training rows without a value. */
  missing: count,
  /** Number of test rows without one, where no training row was. */
  missingInTest: v.exactOptional(v.pipe(count, v.minValue(1))),
};

/** A number, an integer, a year, a date or a boolean: a feature whose values have an order and a mean. */
const TrainedNumberSchema = v.strictObject({
  name: column,
  min: finite,
  max: finite,
  mean: finite,
  /** Of the training rows that have a value, at 5 %, 10 %, … 95 %. */
  quantiles: list(finite, QUANTILES, QUANTILES),
  ...MISSING,
});

const TrainedCategoriesSchema = v.strictObject({
  name: column,
  /** Number of training rows of each category, in the order of the table's categories. */
  counts: list(count, MAX_CATEGORIES, 1),
  ...MISSING,
});

/** A feature of a model, and what training saw of it. Which of the two it is decides what is wrong with it. */
const TrainedFeatureSchema = v.lazy((input) =>
  typeof input === "object" && input !== null && "counts" in input
    ? TrainedCategoriesSchema
    : TrainedNumberSchema,
);

/** The features that a model uses, in its order. */
export const TrainedFeaturesSchema = v.pipe(
  list(TrainedFeatureSchema, BOUNDS.features, 1),
  v.check(
    (features) => new Set(features.map((feature) => feature.name)).size === features.length,
    "A feature is listed twice",
  ),
);

export type TrainedNumber = v.InferOutput<typeof TrainedNumberSchema>;
export type TrainedCategories = v.InferOutput<typeof TrainedCategoriesSchema>;
export type TrainedFeature = TrainedNumber | TrainedCategories;

/**
 * Whether a question must have a value of a feature: what the model answers without one is known only where some rows, of those
 * that it learned from or was tested on, had none.
 */
export function isNeeded({ missing, missingInTest = 0 }: TrainedFeature): boolean {
  return missing + missingInTest === 0;
}

/** Whether a feature has an order and a mean, as all but categories have. */
export function isNumberLike(feature: TrainedFeature): feature is TrainedNumber {
  return "mean" in feature;
}
