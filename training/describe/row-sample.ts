/** Largest number of rows of a sample, of cells, and of characters in them. */
const MAX_ROWS = 4000;
const MAX_CELLS = 500_000;
const MAX_CHARACTERS = 16_000_000;

/** No cell has it: the reader of text refuses files with a zero byte. */
const SEPARATOR = "\0";

/** Rows at equal distances through a whole file of any length, in bounded memory. */
export class RowSample {
  private rows: string[] = [];
  private characters = 0;
  private step = 1;
  private count = 0;
  private readonly maxRows: number;
  private cells: readonly string[][] | undefined;

  /** @param columns - number of cells of each row */
  constructor(private readonly columns: number) {
    this.maxRows = Math.min(MAX_ROWS, Math.floor(MAX_CELLS / columns));
  }

  add(cells: readonly string[]): void {
    if (this.count++ % this.step !== 0) return;
    this.cells = undefined;
    // One text of its own, which does not keep the piece of the file alive of which its cells were cut.
    const row = cells.join(SEPARATOR);
    this.rows.push(row);
    this.characters += row.length;
    const isFull = () => this.rows.length > this.maxRows || this.characters > MAX_CHARACTERS;
    while (isFull() && this.rows.length > 1) this.halve();
  }

  /** The cells of one column. */
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
