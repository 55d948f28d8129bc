import type { Range } from "../range";

/** A group of features that contributes to the prediction together. */
export interface ContributionGroup {
  readonly features: readonly number[];
  readonly label: string;
}

/**
 * Computes predictions from rows of features (layout: `table/table.ts`), in training and in serving.
 *
 * {@link read} does the shared work for a row; the other methods refer to the row read last and allocate nothing. A predictor handles one
 * row at a time. Results are `NaN` if a feature of the model is missing.
 */
export interface Predictor {
  readonly limits: Range;
  /** Mean prediction over the training rows, in the target's unit. */
  readonly baseline: number;
  readonly groups: readonly ContributionGroup[];

  /** Reads the row at `offset`. Rows must not change until all results are computed. */
  read(rows: Float64Array, offset: number): void;

  /** Prediction before clipping, in the target's unit. */
  prediction(): number;

  /** σ(x) on the scale of the kind's `ErrorMeasure`. */
  errorScale(): number;

  /**
   * Computes contributions in the target's unit; baseline + Σ contributions = prediction.
   *
   * @param contributions - receives one value per group
   */
  explain(contributions: Float64Array): void;

  /**
   * Computes multiplicative contributions; baseline · Π factors = prediction. `NaN` for models whose groups add; absent if no model of
   * the kind multiplies.
   *
   * @param factors - receives one value per group
   */
  explainFactors?(factors: Float64Array): void;
}
