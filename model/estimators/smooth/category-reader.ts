/** Reads which category a row has. */
export class CategoryReader {
  /**
   * One more than the position of the category that was read; 0 for a category that the table does not have, and for a missing one
   * where one may be missing; otherwise `NaN` for a missing one.
   */
  slot = 0;

  /**
   * @param position - of the feature in a row
   * @param isOptional - whether a row may be without a category
   */
  constructor(
    private readonly position: number,
    private readonly isOptional: boolean,
  ) {}

  /** Reads the row that begins at `offset`. */
  read(rows: Float64Array, offset: number): void {
    const category = rows[offset + this.position];
    if (category >= 0) this.slot = category + 1;
    else this.slot = Number.isNaN(category) && !this.isOptional ? Number.NaN : 0;
  }
}
