/** Bounds of a sample: rows, cells and characters. */
const MAX_ROWS = 4000;
const MAX_CELLS = 500_000;
const MAX_CHARACTERS = 16_000_000;

/** Text files contain no zero bytes. */
const SEPARATOR = "\0";

/** Evenly spaced rows of a file of any length, in bounded memory. */
export class RowSample {
  private rows: string[] = [];
  private characters = 0;
  private step = 1;
  private count = 0;
  private readonly maxRows: number;
  private cells: readonly string[][] | undefined;

  constructor(private readonly columns: number) {
    this.maxRows = Math.min(MAX_ROWS, Math.floor(MAX_CELLS / columns));
  }

  add(cells: readonly string[]): void {
    if (this.count++ % this.step !== 0) return;
    this.cells = undefined;
    // Joined, so that it does not keep the file chunk in memory.
    const row = cells.join(SEPARATOR);
    this.rows.push(row);
    this.characters += row.length;
    const isFull = () => this.rows.length > this.maxRows || this.characters > MAX_CHARACTERS;
    while (isFull() && this.rows.length > 1) this.halve();
  }

  column(index: number): readonly string[] {
    this.cells ??= this.transpose();
    return this.cells[index];
  }

  private transpose(): string[][] {
    const rows = this.rows.map((row) => row.split(SEPARATOR));
    return Array.from({ length: this.columns }, (_, i) => rows.map((row) => row[i]));
  }

  private halve(): void {
    this.rows = this.rows.filter((_, i) => i % 2 === 0);
    this.characters = this.rows.reduce((sum, row) => sum + row.length, 0);
    this.step *= 2;
  }
}
