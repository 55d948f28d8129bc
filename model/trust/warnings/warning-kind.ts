import type { Model } from "../../model";

export interface Finding<Code extends string = string> {
  readonly code: Code;
  /** API name of the affected feature, if any. */
  readonly feature?: string;
}

export interface Explanation {
  /** The value found, in the unit of the subject; for missing or unknown values, the number of similar training rows. */
  readonly value: number;
  readonly range: { readonly min: number; readonly max: number };
  readonly message: string;
}

/** A kind of warning. `warning-kinds.ts` lists the kinds; no other code tells them apart. */
export interface WarningKind<Code extends string = string> {
  /** Stable: clients may rely on it. */
  readonly code: Code;
  readonly meaning: string;
  /** The rule for one model; undefined if it never gives this warning. */
  ruleFor(model: Model): WarningRule<Code> | undefined;
}

/** Finds and explains warnings for one model, for answers and metrics alike. */
export interface WarningRule<Code extends string = string> {
  /** Maximum number of findings per row. */
  readonly max: number;

  /**
   * Called for every predicted row, so it allocates nothing without findings.
   *
   * @param prediction - of the model for this row, clipped or not
   */
  find(rows: Float64Array, offset: number, prediction: number): readonly Finding<Code>[];

  explain(rows: Float64Array, offset: number, finding: Finding<Code>): Explanation;
}

export const NOTHING: readonly never[] = [];
