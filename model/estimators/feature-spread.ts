import * as v from "valibot";
import { featureIndex } from "../features";
import { BOUNDS, list } from "../file/bounds";
import { column, finite } from "../file/fields";
import { clip } from "../range";
import type { SpreadFunction } from "./estimator-kind";

/** log σ(x) as a linear regression on the features, each clipped: an error scale that any kind of estimator can have. */
export const FeatureSpreadSchema = v.strictObject({
  intercept: finite,
  terms: list(
    v.strictObject({ feature: column, min: finite, max: finite, coefficient: finite }),
    BOUNDS.features,
  ),
});

export type FeatureSpread = v.InferOutput<typeof FeatureSpreadSchema>;

/** σ(x) = exp(intercept + Σ coefficientⱼ · clip(xⱼ)). */
export function featureSpread({ intercept, terms }: FeatureSpread): SpreadFunction {
  const positions = Int32Array.from(terms, (term) => featureIndex(term.feature));
  const coefficients = Float64Array.from(terms, (term) => term.coefficient);
  const lower = Float64Array.from(terms, (term) => term.min);
  const upper = Float64Array.from(terms, (term) => term.max);
  return (rows, offset) => {
    let logSpread = intercept;
    for (let j = 0; j < positions.length; j++) {
      logSpread += coefficients[j] * clip(rows[offset + positions[j]], lower[j], upper[j]);
    }
    return Math.exp(logSpread);
  };
}
