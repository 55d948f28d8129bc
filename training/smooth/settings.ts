import type { SmoothEstimator, Trial } from "../../model/estimators/smooth/smooth-format";
import { type Structure, structureOf } from "./structure";

/** What is chosen on training rows, and kept where other rows are fitted anew. */
export interface Settings {
  readonly structure: Structure;
  /** What was tried; the first is chosen. */
  readonly trials: readonly Trial[];
}

/** The settings of a fitted model. */
export function settingsOf(estimator: SmoothEstimator): Settings {
  return { structure: structureOf(estimator), trials: estimator.trials };
}
