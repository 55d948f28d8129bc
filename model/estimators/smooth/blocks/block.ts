/** Columns of a basis that read the same features. */
export interface Block {
  readonly size: number;
  /** Positions of its features in a row. */
  readonly features: readonly number[];
  /** For example "income", "income × rooms" or "location". */
  readonly label: string;

  /** Writes the columns of the row read last. */
  write(columns: Float64Array, start: number): void;

  /**
   * Prepares a weighted sum of the columns.
   *
   * @param weights - one per column
   * @returns a function that computes the sum for the row read last
   */
  weigh(weights: Float64Array): () => number;
}
