/** Range of a column's values under one reading. */
export class ValueRange {
  min = Number.POSITIVE_INFINITY;
  max = Number.NEGATIVE_INFINITY;
  /** Line of the maximum. */
  maxLine = 0;
  /** Number of cells with the maximum. */
  maxCount = 0;
  isWhole = true;

  add(value: number, line: number): void {
    if (value < this.min) this.min = value;
    if (value > this.max) {
      this.max = value;
      this.maxLine = line;
      this.maxCount = 0;
    }
    if (value === this.max) this.maxCount++;
    if (this.isWhole && !Number.isInteger(value)) this.isWhole = false;
  }

  static union(one: ValueRange, other: ValueRange): ValueRange {
    const largest = other.max > one.max ? other : one;
    const both = new ValueRange();
    both.min = Math.min(one.min, other.min);
    both.max = largest.max;
    both.maxLine = largest.maxLine;
    both.maxCount = one.max === other.max ? one.maxCount + other.maxCount : largest.maxCount;
    both.isWhole = one.isWhole && other.isWhole;
    return both;
  }
}
