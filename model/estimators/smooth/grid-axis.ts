/** Finds between which two lines of an axis a value is. */
export class GridAxis {
  /** Position of the line at or before the value that was found, or of the first. */
  cell = 0;
  /** How far it is from there to the next line, in parts of their distance: beyond 0 and 1 for a value beyond the lines. */
  fraction = 0;
  readonly lines: Float64Array;
  /** For equal parts of the axis, the cell in which each begins: from there it is few lines to any value of the part. */
  private readonly guide: Int32Array;
  private readonly perUnit: number;

  /** @param lines - at least two, ascending */
  constructor(lines: readonly number[]) {
    this.lines = Float64Array.from(lines);
    const parts = 4 * lines.length;
    const [first] = lines;
    const extent = lines[lines.length - 1] - first;
    this.perUnit = parts / extent;
    this.guide = new Int32Array(parts);
    for (let part = 0, cell = 0; part < parts; part++) {
      const beginning = first + (part * extent) / parts;
      while (cell < lines.length - 2 && lines[cell + 1] <= beginning) cell++;
      this.guide[part] = cell;
    }
  }

  /** Finds a value; `NaN` is found at the middle line. */
  find(sought: number): void {
    const { lines, guide } = this;
    const value = Number.isNaN(sought) ? lines[lines.length >> 1] : sought;
    const part = Math.floor((value - lines[0]) * this.perUnit);
    const last = lines.length - 2;
    let cell = guide[part] ?? (part > 0 ? last : 0);
    while (cell < last && lines[cell + 1] <= value) cell++;
    // The beginning of a part is rounded: a value just behind it may be in the cell before.
    while (cell > 0 && lines[cell] > value) cell--;
    this.cell = cell;
    this.fraction = (value - lines[cell]) / (lines[cell + 1] - lines[cell]);
  }
}
