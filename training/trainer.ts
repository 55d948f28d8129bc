import type { Estimator, Spread } from "../model/estimators/estimator-kind";
import type { Folds } from "./folds";
import type { Progress } from "./progress";
import type { TrainingTable } from "./training-table";

/**
 * What fits on the rows of all other folds predict for each row. It may take minutes, so it may work on other threads or let other work
 * go on meanwhile.
 *
 * @param foldings - the ways in which rows are held back
 * @returns the predictions of each folding, in the target's unit
 */
export type CrossPredict = (
  table: TrainingTable,
  foldings: readonly Folds[],
  progress: Progress,
) => Promise<readonly Float64Array[]>;

/** What `npm run train -- --model NAME` trains by. `trainers.ts` lists the trainers; nothing else tells one from another. */
export interface Trainer {
  /** The value of `--model`, and the name of the models. */
  readonly name: string;
  /** What a model file says of the algorithm. */
  readonly description: string;
  /** Whether `--features` chooses what it learns from; otherwise it learns from all features of the table. */
  readonly takesFeatures: boolean;

  /**
   * Fits all rows.
   *
   * @param seed - of the random folds in which rows are held back, where there are such
   */
  fit(table: TrainingTable, seed: number, progress: Progress): Promise<Fit>;

  /** Fits other rows as a model was fitted: by the settings that were chosen on its training rows. */
  refit(estimator: Estimator): CrossPredict;
}

/** A fit on all rows of a table, and what fits on nearly all of them tell of its errors. */
export interface Fit {
  readonly estimator: Estimator;
  readonly heldBack: HeldBack;

  /**
   * Learns where errors tend to be large.
   *
   * @param residuals - |y - ŷ| of each row, by a fit that has not seen it
   */
  fitSpread(residuals: Float64Array): FittedSpread;
}

/** Predictions of each row by a fit on the others. */
export interface HeldBack {
  /** Number of groups in which rows were held back; as many as rows where each was held back alone. */
  readonly groups: number;
  /** In the target's unit. */
  readonly predictions: Float64Array;
}

export interface FittedSpread {
  readonly spread: Spread;
  /** σ(x) of each row, by a fit that has not seen it where that makes a difference. */
  readonly atRows: Float64Array;
}
