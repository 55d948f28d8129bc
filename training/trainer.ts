import type { Estimator, Spread } from "../model/estimators/estimator-kind";
import type { Folds } from "./folds";
import type { Progress } from "./progress";
import type { TrainingTable } from "./training-table";

/** A way to learn from rows. */
export interface Algorithm {
  /** What a model file says of it. */
  readonly description: string;

  /**
   * Gets ready to learn from a table: what all fits on it have in common is computed once. It may take minutes, so it
   * may work elsewhere or let other work go on meanwhile.
   *
   * @param foldings - the ways in which rows will be held back; the learner is asked for them by position
   */
  prepare(table: TrainingTable, foldings: readonly Folds[], progress: Progress): Promise<Learner>;
}

/** What `npm run train -- --model NAME` trains by. `trainers.ts` lists the trainers; nothing else tells one from another. */
export interface Trainer extends Algorithm {
  /** The value of `--model`, and the name of the models. */
  readonly name: string;
  /** Whether `--features` chooses what it learns from; otherwise it learns from all features of the table. */
  readonly takesFeatures: boolean;

  /** Number of folds by which rows are held back for intervals; 5 by default. */
  foldCount?(table: TrainingTable): number;

  /**
   * The algorithm that fits other rows as a model was fitted, by the settings that were chosen on its training rows. Absent where
   * nothing is chosen.
   */
  refit?(estimator: Estimator): Algorithm;
}

/** Learns from one table. */
export interface Learner {
  /** The fit on all rows. */
  fit(): Estimator;

  /** What a fit on the rows of all other folds answers for each row. */
  crossPredict(folding: number): Float64Array;

  /**
   * Learns where errors tend to be large.
   *
   * @param residuals - |y - ŷ| of each row, by a fit that has not seen it
   */
  fitSpread(residuals: Float64Array, folding: number): FittedSpread;
}

export interface FittedSpread {
  readonly spread: Spread;
  /** σ(x) of each row, by a fit that has not seen it where that makes a difference. */
  readonly atRows: Float64Array;
}
