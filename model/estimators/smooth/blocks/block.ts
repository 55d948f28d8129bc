/** Columns of a basis that read the same features. */
export interface Block {
  /** Number of columns. */
  readonly size: number;
  /** Positions of the features that it reads, in a row. */
  readonly features: readonly number[];
  /** What it is about, in words: "income", "income × rooms", "location". */
  readonly label: string;

  /** Writes the columns of the row that was read last. */
  write(columns: Float64Array, start: number): void;

  /**
   * Prepares a weighted sum of the columns: what can be summed before any row is known, is.
   *
   * @param weights - one a column
   * @returns computes the sum for the row that was read last
   */
  weigh(weights: Float64Array): () => number;
}
