import type { Penalties, SmoothEstimator, Trial } from "../../model/estimators/smooth/smooth-format";
import { type Structure, structureOf } from "./structure";

/** Hyperparameters chosen on training rows, and kept for refits. */
export interface Settings {
  readonly structure: Structure;
  /** Relative penalties, of which a trial has the factor. */
  readonly penalties: Penalties;
  /** Trials; the first is chosen. */
  readonly trials: readonly Trial[];
}

export function settingsOf(estimator: SmoothEstimator): Settings {
  const { penalties, trials } = estimator;
  return {
    structure: structureOf(estimator),
    penalties: multiplyPenalties(penalties, 1 / trials[0].factor),
    trials,
  };
}

export function multiplyPenalties(penalties: Penalties, factor: number): Penalties {
  return {
    curve: factor * penalties.curve,
    missing: factor * penalties.missing,
    category: factor * penalties.category,
    location: factor * penalties.location,
    product: factor * penalties.product,
    "location-product": factor * penalties["location-product"],
    "category-product": factor * penalties["category-product"],
    similarity: factor * penalties.similarity,
  };
}
