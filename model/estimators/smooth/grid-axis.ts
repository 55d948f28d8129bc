/** Finds the grid cell of a value on one axis. */
export class GridAxis {
  /** Index of the last line at or below the value, or of the first line. */
  cell = 0;
  /** Position within the cell, from 0 to 1; outside that range for values beyond the grid. */
  fraction = 0;
  readonly lines: Float64Array;
  /** First cell of each of equal parts of the axis: few steps from there reach any value of the part. */
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

  /** Missing values (`NaN`) are found at the middle line. */
  find(sought: number): void {
    const { lines, guide } = this;
    const value = Number.isNaN(sought) ? lines[lines.length >> 1] : sought;
    const part = Math.floor((value - lines[0]) * this.perUnit);
    const last = lines.length - 2;
    let cell = guide[part] ?? (part > 0 ? last : 0);
    while (cell < last && lines[cell + 1] <= value) cell++;
    // Due to rounding, the value may be in the cell before.
    while (cell > 0 && lines[cell] > value) cell--;
    this.cell = cell;
    this.fraction = (value - lines[cell]) / (lines[cell + 1] - lines[cell]);
  }
}
