import type { Equations } from "./equations";

/**
 * What fits on all other rows predict for each row: y - (y - ŷ) / (1 - h). For a ridge regression that is not an approximation: it is
 * what the other rows' own equations give, but for functions and penalties, which are those of all rows.
 *
 * Source: Allen, "The Relationship between Variable Selection and Data Augmentation and a Method for Prediction", Technometrics 16
 * (1974) 125-127.
 *
 * @param weights - of the fit on all rows
 * @param leverages - h of each row: how much of its own value is in its prediction
 */
export function leaveOneOut(
  equations: Equations,
  target: Float64Array,
  weights: Float64Array,
  leverages: Float64Array,
): Float64Array {
  return target.map((value, row) => value - (value - equations.predict(row, weights)) / (1 - leverages[row]));
}
