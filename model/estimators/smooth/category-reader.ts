export class CategoryReader {
  /** Position of the category + 1; 0 if missing or unknown. */
  slot = 0;

  constructor(private readonly position: number) {}

  read(rows: Float64Array, offset: number): void {
    const category = rows[offset + this.position];
    this.slot = category >= 0 ? category + 1 : 0;
  }
}
