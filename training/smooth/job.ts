/** A part of a fit that one thread does. What it computes does not depend on which does it, nor when. */
export type Job =
  /** Writes rows of the design matrix, from `from` to before `to`. */
  | { readonly kind: "design"; readonly from: number; readonly to: number }
  /** Multiplies the rows of a fold into rows of tiles of its matrix. */
  | {
      readonly kind: "gram";
      readonly folding: number;
      readonly fold: number;
      readonly from: number;
      readonly to: number;
    }
  /** Decomposes the matrix of all rows, for {@link LeverageJob}s; on the caller's thread, whose matrix they read. */
  | { readonly kind: "decompose"; readonly factor: number }
  | LeverageJob
  | SolveJob;

/** Writes the leverages of rows in a fit on the first `size` columns, from `from` to before `to`. */
export interface LeverageJob {
  readonly kind: "leverage";
  readonly from: number;
  readonly to: number;
  readonly size: number;
}

/** Solves the equations of all rows, or of all but a fold. */
export interface SolveJob {
  readonly kind: "solve";
  readonly heldBack: { readonly folding: number; readonly fold: number } | undefined;
  /** What the penalty is multiplied by. */
  readonly factor: number;
  /** Φᵀy of each target. */
  readonly projections: readonly Float64Array[];
  /** Numbers of columns: for each, the first ones are fitted alone. */
  readonly sizes: readonly number[];
}

/** The coefficients of each target and, for each of these, of each number of columns. */
export type Solutions = readonly (readonly Float64Array[])[];
