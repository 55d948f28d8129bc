import { HousePriceError } from "../../model/errors";
import { brokenCellOf } from "../../model/table/broken-quote";
import type { CsvRecord } from "../../model/table/csv-records";
import { quoted } from "../../model/table/quoted";
import { isMergeMark } from "./merge-mark";

/** Largest number of bad lines that a message lists. */
const MAX_LISTED = 20;

/** The lines of a file that are not rows of its table. */
export class LineProblems {
  private readonly listed: string[] = [];
  private count = 0;
  /** Number of lines by their number of cells, of those that do not have as many as the header. */
  private readonly otherCounts = new Map<number, number>();

  constructor(
    private readonly file: string,
    private readonly names: readonly string[],
    private readonly delimiter: string,
  ) {}

  /** Notes what is wrong with a record; false where it is a row. */
  note(record: CsvRecord): boolean {
    if (
      record.problem === undefined &&
      record.cells.length === this.names.length &&
      !isMergeMark(record.text)
    ) {
      return false;
    }
    this.count++;
    if (record.problem === undefined) {
      const { length } = record.cells;
      this.otherCounts.set(length, (this.otherCounts.get(length) ?? 0) + 1);
    }
    if (this.listed.length < MAX_LISTED) this.listed.push(this.describe(record));
    return true;
  }

  /**
   * @param rows - number of the lines that are rows
   * @throws HousePriceError DATA_INVALID where a line was noted
   */
  refuse(rows: number): void {
    const { file, count, listed, names } = this;
    if (count === 0) return;
    const lines = rows + count;
    // Where the lines agree with each other, it is the first one that is wrong.
    const [common] = [...this.otherCounts].toSorted((one, other) => other[1] - one[1]);
    if (common && common[1] > 1 && common[1] * 2 > lines) {
      // The first name that has no cells, or the first cells that have no name.
      const column = Math.min(common[0], names.length) + 1;
      throw new HousePriceError(
        "DATA_INVALID",
        `${file}, line 1, column ${column}: there are ${names.length} names, but ${common[1]} of the ${lines} lines below have ${common[0]} cells: name every column once, with the same separator as below.`,
      );
    }
    const what = count === 1 ? "a line that is not a row" : `${count} lines that are not rows`;
    const which = count > MAX_LISTED ? `; here are the first ${MAX_LISTED}` : "";
    throw new HousePriceError(
      "DATA_INVALID",
      `${file} has ${what}: correct or remove them${which}.\n${listed.join("\n")}`,
    );
  }

  private describe({ line, text, problem, cells }: CsvRecord): string {
    const { names, delimiter } = this;
    const last = names.length - 1;
    const at = (column: number) => `line ${line}, column ${quoted(names[Math.min(column, last)])}`;
    if (isMergeMark(text)) {
      return `${at(0)}: ${quoted(text)} is a merge conflict marker: resolve the conflict`;
    }
    if (problem !== undefined) return `${at(brokenCellOf(text, delimiter))}: ${problem}: ${quoted(text)}`;
    const difference =
      cells.length > names.length ? "there are more cells after it" : "the line ends with it";
    return `${at(cells.length - 1)}: ${difference}: it has ${cells.length} cells, but the header has ${names.length}: ${quoted(text)}`;
  }
}
