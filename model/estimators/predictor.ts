import type { Range } from "../range";

/** What one part of the prediction is due to. */
export interface ContributionGroup {
  /** Positions of the features in a row: one, or several where they act together. */
  readonly features: readonly number[];
  readonly label: string;
}

/**
 * Answers questions about rows of features (see `table/table.ts` for the layout): the same code in training and in serving.
 *
 * {@link read} does what all answers about a row have in common; the other methods are about the row that was read last. They
 * allocate nothing, and one predictor is for one row at a time. A result is `NaN` where a feature of the model is absent.
 */
export interface Predictor {
  /** What an answer is clipped to; unlimited where the model does not clip. */
  readonly limits: Range;
  /** The mean prediction over the training rows, in the target's unit: what is known before anything of the row is. */
  readonly baseline: number;
  readonly groups: readonly ContributionGroup[];

  /** Reads the row of `rows` that begins at `offset`. It stays where it is: it must not change until all is asked. */
  read(rows: Float64Array, offset: number): void;

  /** The prediction before any clipping, in the target's unit. */
  prediction(): number;

  /** σ: how large errors tend to be at the row, on the scale of the kind's `ErrorMeasure`. */
  errorScale(): number;

  /**
   * Writes what each group adds to the baseline, in the target's unit; their sum and the baseline are the prediction.
   *
   * @param contributions - filled with one value a group
   */
  explain(contributions: Float64Array): void;

  /**
   * Writes what each group multiplies the baseline by; the product of all is the prediction. `NaN` for a model whose groups only add;
   * absent from predictors of which no model multiplies.
   *
   * @param factors - filled with one value a group
   */
  explainFactors?(factors: Float64Array): void;
}
