import * as v from "valibot";
import { BOUNDS, list } from "../../file/bounds";
import { finite } from "../../file/fields";

/** A linear regression on the features themselves. */
export const LinearEstimatorSchema = v.strictObject({
  kind: v.literal("linear"),
  intercept: finite,
  /** One a feature, in the order of the model's features. */
  coefficients: list(finite, BOUNDS.features),
});

export type LinearEstimator = v.InferOutput<typeof LinearEstimatorSchema>;
