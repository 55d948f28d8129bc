import * as v from "valibot";
import { MAX_CATEGORIES } from "../table/schema-format";
import { BOUNDS, list } from "./bounds";
import { column, count, finite } from "./fields";

/** Quantiles at 5 %, 10 %, … 95 % of the training rows. */
export const QUANTILES = 19;

const MISSING = {
  missing: count,
  /** Number of such test rows, if there are none in training. */
  missingInTest: v.exactOptional(v.pipe(count, v.minValue(1))),
};

/** A number, integer, year, date or boolean: ordered, with a mean. */
const TrainedNumberSchema = v.strictObject({
  name: column,
  min: finite,
  max: finite,
  mean: finite,
  /** At 5 %, 10 %, … 95 % of the training rows with a value. */
  quantiles: list(finite, QUANTILES, QUANTILES),
  ...MISSING,
});

const TrainedCategoriesSchema = v.strictObject({
  name: column,
  /** Training rows per category, in the table's order. */
  counts: list(count, MAX_CATEGORIES, 1),
  ...MISSING,
});

/** A feature of a model with its training statistics. Lazy, so that errors refer to the right variant. */
const TrainedFeatureSchema = v.lazy((input) =>
  typeof input === "object" && input !== null && "counts" in input
    ? TrainedCategoriesSchema
    : TrainedNumberSchema,
);

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

/** Whether inputs must have this feature. Answers without it are only known if some training or test rows lacked it. */
export function isNeeded({ missing, missingInTest = 0 }: TrainedFeature): boolean {
  return missing + missingInTest === 0;
}

export function isNumberLike(feature: TrainedFeature): feature is TrainedNumber {
  return "mean" in feature;
}
