import type { Equations } from "./equations";

/**
 * Leave-one-out predictions y - (y - ŷ) / (1 - h), exact for ridge regression with fixed basis and penalties.
 *
 * Source: Allen, "The Relationship between Variable Selection and Data Augmentation and a Method for Prediction", Technometrics 16 (1974)
 * 125-127.
 *
 * @param weights - of the fit on all rows
 * @param leverages - h by row
 */
export function leaveOneOut(
  equations: Equations,
  target: Float64Array,
  weights: Float64Array,
  leverages: Float64Array,
): Float64Array {
  return target.map((value, row) => value - (value - equations.predict(row, weights)) / (1 - leverages[row]));
}
