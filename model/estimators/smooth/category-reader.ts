/** Reads which category a row has. */
export class CategoryReader {
  /** One more than the position of the category that was read; 0 for a missing one, and for one that the table does not have. */
  slot = 0;

  /** @param position - of the feature in a row */
  constructor(private readonly position: number) {}

  /** Reads the row that begins at `offset`. */
  read(rows: Float64Array, offset: number): void {
    const category = rows[offset + this.position];
    this.slot = category >= 0 ? category + 1 : 0;
  }
}
