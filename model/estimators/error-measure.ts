/** Measures errors on the scale that the regression is fitted on. The methods are inverse to each other. */
export interface ErrorMeasure {
  errorOf(actual: number, prediction: number): number;

  /** Returns the actual value for which a prediction has this error. */
  actualAt(prediction: number, error: number): number;
}

/** Errors in the target's unit: actual - prediction. */
export const DIFFERENCE: ErrorMeasure = {
  errorOf: (actual, prediction) => actual - prediction,
  actualAt: (prediction, error) => prediction + error,
};
