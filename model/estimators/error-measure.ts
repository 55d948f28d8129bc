/** How errors are measured: on the scale that the regression is fitted on. Each method is the inverse of the other. */
export interface ErrorMeasure {
  /** The error of a prediction of what is in truth `actual`; both in the target's unit. */
  errorOf(actual: number, prediction: number): number;

  /** The value of which a prediction has that error, in the target's unit. */
  actualAt(prediction: number, error: number): number;
}

/** Errors in the target's unit. */
export const DIFFERENCE: ErrorMeasure = {
  errorOf: (actual, prediction) => actual - prediction,
  actualAt: (prediction, error) => prediction + error,
};
