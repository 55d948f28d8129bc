import type { Predictor } from "./predictor";

/**
 * A linear function of the features themselves: intercept + Σ coefficientⱼ · featureⱼ.
 *
 * @param columns - positions of the model's features in a row
 * @param coefficients - one a feature, in the same order
 */
export function linearPredictor(
  intercept: number,
  columns: readonly number[],
  coefficients: readonly number[],
): Predictor {
  const positions = Int32Array.from(columns);
  const slopes = Float64Array.from(coefficients);
  return {
    predict(rows, offset) {
      let sum = intercept;
      for (let j = 0; j < positions.length; j++) sum += slopes[j] * rows[offset + positions[j]];
      return sum;
    },
  };
}
