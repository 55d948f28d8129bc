import type { Range } from "../range";

/** What one part of the prediction is due to. */
export interface ContributionGroup {
  /** Positions of the features in a row: one, or several where they act together. */
  readonly features: readonly number[];
  readonly label: string;
}

/**
 * Computes predictions and their explanation from rows of features (see `features.ts` for the layout): the same code in
 * training and in serving. All values are in the target's unit; a result is `NaN` where a feature of the model is absent.
 */
export interface Predictor {
  /** What an answer is clipped to; unlimited where the model does not clip. */
  readonly limits: Range;
  /** The mean prediction over the training rows: what is known before anything of the row is. */
  readonly baseline: number;
  readonly groups: readonly ContributionGroup[];

  /** Prediction, before any clipping, for the row that begins at `offset`. */
  predict(rows: Float64Array, offset: number): number;

  /**
   * Writes what each group adds to the baseline for that row; their sum and the baseline are the prediction.
   *
   * @param contributions - filled with one value a group
   */
  explain(rows: Float64Array, offset: number, contributions: Float64Array): void;
}
