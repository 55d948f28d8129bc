import { FEATURES } from "../../features";
import { UNLIMITED } from "../../range";
import type { Predictor } from "../predictor";
import type { LinearEstimator } from "./linear-format";

/**
 * A linear function of the features themselves: intercept + Σ coefficientⱼ · featureⱼ.
 *
 * What a feature contributes is coefficientⱼ · (featureⱼ - meanⱼ): for a linear model, exactly its Shapley value where
 * features are taken as independent. Source: Štrumbelj and Kononenko, "Explaining prediction models and individual
 * predictions with feature contributions", Knowledge and Information Systems 41 (2014), section 3.1.
 *
 * @param positions - of the model's features in a row
 * @param means - of the features over the training rows
 */
export function linearPredictor(
  { intercept, coefficients }: LinearEstimator,
  positions: readonly number[],
  means: readonly number[],
): Predictor {
  const columns = Int32Array.from(positions);
  const slopes = Float64Array.from(coefficients);
  return {
    limits: UNLIMITED,
    baseline: coefficients.reduce((sum, slope, j) => sum + slope * means[j], intercept),
    groups: positions.map((position) => ({ features: [position], label: FEATURES[position].key })),
    predict(rows, offset) {
      let sum = intercept;
      for (let j = 0; j < columns.length; j++) sum += slopes[j] * rows[offset + columns[j]];
      return sum;
    },
    explain(rows, offset, contributions) {
      for (let j = 0; j < columns.length; j++) {
        contributions[j] = slopes[j] * (rows[offset + columns[j]] - means[j]);
      }
    },
  };
}
