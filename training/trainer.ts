import type { Estimator, Spread } from "../model/estimators/estimator-kind";
import type { Folds } from "./folds";
import type { Progress } from "./progress";
import type { TrainingTable } from "./training-table";

/**
 * Out-of-fold predictions. May take minutes, so it may use threads or yield.
 *
 * @param foldings - the cross-validation schemes
 * @returns predictions by scheme, in the target's unit
 */
export type CrossPredict = (
  table: TrainingTable,
  foldings: readonly Folds[],
  progress: Progress,
) => Promise<readonly Float64Array[]>;

/** A `--model` of `npm run train`. `trainers.ts` lists the trainers; no other code tells them apart. */
export interface Trainer {
  /** The value of `--model`, and the name of the models. */
  readonly name: string;
  /** Description of the algorithm in model files. */
  readonly description: string;
  /** Whether `--features` applies; otherwise all features are used. */
  readonly takesFeatures: boolean;

  /**
   * Fits all rows.
   *
   * @param seed - of random folds, if used
   */
  fit(table: TrainingTable, seed: number, progress: Progress): Promise<Fit>;

  /** Refits with the hyperparameters chosen on the training rows. */
  refit(estimator: Estimator): CrossPredict;
}

/** A fit on all rows, and its out-of-fold errors. */
export interface Fit {
  readonly estimator: Estimator;
  readonly heldBack: HeldBack;

  /**
   * Fits the error scale.
   *
   * @param residuals - out-of-fold |y - ŷ|
   */
  fitSpread(residuals: Float64Array): FittedSpread;
}

/** Out-of-fold predictions. */
export interface HeldBack {
  /** Number of groups held back; as many as rows for leave-one-out. */
  readonly groups: number;
  /** In the target's unit. */
  readonly predictions: Float64Array;
}

export interface FittedSpread {
  readonly spread: Spread;
  /** σ(x) by row, out-of-fold where it matters. */
  readonly atRows: Float64Array;
}
