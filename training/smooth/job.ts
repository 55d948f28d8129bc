/** A part of a fit for one thread. Its result does not depend on thread or time. */
export type Job =
  /** Computes rows `from` (inclusive) to `to` (exclusive) of the design matrix. */
  | { readonly kind: "design"; readonly from: number; readonly to: number }
  /** Multiplies the rows of a fold into tile rows of its Gram matrix. */
  | {
      readonly kind: "gram";
      readonly folding: number;
      readonly fold: number;
      readonly from: number;
      readonly to: number;
    }
  /** Decomposes the matrix of all rows for {@link LeverageJob}s, on the caller's thread. */
  | { readonly kind: "decompose"; readonly factor: number }
  | LeverageJob
  | SolveJob;

/** Computes leverages of rows `from` to `to` (exclusive) for the first `size` columns. */
export interface LeverageJob {
  readonly kind: "leverage";
  readonly from: number;
  readonly to: number;
  readonly size: number;
}

/** Solves the equations of all rows, or without a fold. */
export interface SolveJob {
  readonly kind: "solve";
  readonly heldBack: { readonly folding: number; readonly fold: number } | undefined;
  /** Penalty factor. */
  readonly factor: number;
  /** Φᵀy by target. */
  readonly projections: readonly Float64Array[];
  /** Numbers of leading columns to solve for. */
  readonly sizes: readonly number[];
}

/** Coefficients by target and by number of columns. */
export type Solutions = readonly (readonly Float64Array[])[];
