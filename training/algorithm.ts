import type { Estimator } from "../model/format";
import type { Folds } from "./folds";
import type { TrainingTable } from "./training-table";

/** A way to learn from rows. */
export interface Algorithm {
  /** What a model file says of it. */
  readonly description: string;

  fit(table: TrainingTable): Estimator;

  /** The prediction of each row by a fit on the rows of all other folds. */
  crossPredict(table: TrainingTable, folds: Folds): Float64Array;
}
