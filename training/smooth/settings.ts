import type { SmoothEstimator, Trial } from "../../model/estimators/smooth/smooth-format";
import { type Structure, structureOf } from "./structure";

/** Hyperparameters chosen on training rows, and kept for refits. */
export interface Settings {
  readonly structure: Structure;
  /** Trials; the first is chosen. */
  readonly trials: readonly Trial[];
}

export function settingsOf(estimator: SmoothEstimator): Settings {
  return { structure: structureOf(estimator), trials: estimator.trials };
}
