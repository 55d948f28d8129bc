import { featureIndex } from "./features";
import type { Estimator } from "./format";
import { linearPredictor } from "./linear";

/** Computes predictions, in the target's unit, from rows of features (see `features.ts` for their layout). */
export interface Predictor {
  /** Prediction for the row that begins at `offset`; `NaN` where a feature of the model is absent. */
  predict(rows: Float64Array, offset: number): number;
}

/**
 * The predictor that a model file describes: the same code in training and in serving.
 *
 * @param columns - names of the model's features, in the file's order
 */
export function createPredictor(columns: readonly string[], estimator: Estimator): Predictor {
  return linearPredictor(estimator.intercept, columns.map(featureIndex), estimator.coefficients);
}
