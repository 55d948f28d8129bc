import type { Model } from "../model";
import type { RawValue } from "../table/raw-value";

/** How far a golden prediction may be from what the file says, in the target's unit, or as a part of a value above 1. */
const TOLERANCE = 1e-9;

/** A golden prediction that a model does not reproduce. */
export interface GoldenMismatch {
  readonly features: readonly RawValue[];
  /** What the file says. */
  readonly expected: number;
  /** What the model computes. */
  readonly computed: number;
}

/** The first golden prediction of the model's file that it does not reproduce to 1e-9, if any. */
export function findGoldenMismatch(model: Model): GoldenMismatch | undefined {
  for (const { features, prediction: expected } of model.file.golden) {
    const computed = model.predictValues(features);
    if (!isReproduced(expected, computed)) return { features, expected, computed };
  }
  return undefined;
}

/** Whether a computed prediction is the golden one to 1e-9; `NaN` never is. */
export function isReproduced(expected: number, computed: number): boolean {
  return Math.abs(computed - expected) <= TOLERANCE * Math.max(1, Math.abs(expected));
}
