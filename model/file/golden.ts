import type { Model } from "../model";
import type { RawValue } from "../table/raw-value";

/** Absolute tolerance in the target's unit, or relative for values above 1. */
const TOLERANCE = 1e-9;

export interface GoldenMismatch {
  readonly features: readonly RawValue[];
  readonly expected: number;
  readonly computed: number;
}

/** The first golden prediction that the model does not reproduce to 1e-9, if any. */
export function findGoldenMismatch(model: Model): GoldenMismatch | undefined {
  for (const { features, prediction: expected } of model.file.golden) {
    const computed = model.predictValues(features);
    if (!isReproduced(expected, computed)) return { features, expected, computed };
  }
  return undefined;
}

export function isReproduced(expected: number, computed: number): boolean {
  return Math.abs(computed - expected) <= TOLERANCE * Math.max(1, Math.abs(expected));
}
