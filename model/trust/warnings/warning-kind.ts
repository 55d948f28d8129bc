import type { Model } from "../../model";

/** One thing that is unusual about a row. */
export interface Finding<Code extends string = string> {
  readonly code: Code;
  /** API name of the feature that it is about, if it is about one. */
  readonly feature?: string;
}

/** A finding in words and numbers. */
export interface Explanation {
  /** What was found; in the unit of what the warning is about: of a missing or unknown value, the training rows like it. */
  readonly value: number;
  /** What would have been ordinary. */
  readonly range: { readonly min: number; readonly max: number };
  readonly message: string;
}

/** A kind of warning. `warning-kinds.ts` lists the kinds; nothing else tells one from another. */
export interface WarningKind<Code extends string = string> {
  /** Stable: clients may rely on it. */
  readonly code: Code;
  readonly meaning: string;
  /** The rule for the rows of one model; undefined where the model never gives this warning. */
  ruleFor(model: Model): WarningRule<Code> | undefined;
}

/** Decides which rows of one model deserve a warning, and says why. Both the answers and the metrics follow it. */
export interface WarningRule<Code extends string = string> {
  /** Largest number of findings in one row. */
  readonly max: number;

  /**
   * What is unusual about the row that begins at `offset`. It is asked of every predicted row, so it allocates nothing where
   * nothing is found.
   *
   * @param prediction - the model's prediction for the row, clipped or not, in the target's unit
   */
  find(rows: Float64Array, offset: number, prediction: number): readonly Finding<Code>[];

  /** Explains a finding of that row. */
  explain(rows: Float64Array, offset: number, finding: Finding<Code>): Explanation;
}

/** What a rule finds in an ordinary row. */
export const NOTHING: readonly never[] = [];
