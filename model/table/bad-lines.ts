import { HousePriceError } from "../errors";
import type { CsvRecord } from "./csv-records";
import { isRow } from "./line-problem";
import { quoted } from "./quoted";

const MAX_LISTED = 20;

/** Collects the bad lines of a file, which is refused because of them. */
export class BadLines {
  private readonly listed: string[] = [];
  private count = 0;
  /** Lines with another number of cells than the header, by that number. */
  private readonly otherCounts = new Map<number, number>();

  constructor(
    private readonly file: string,
    private readonly names: readonly string[],
  ) {}

  add(record: CsvRecord, problem: string): void {
    const { line, text, cells } = record;
    const { length } = this.names;
    this.count++;
    if (record.problem === undefined && cells.length !== length) {
      this.otherCounts.set(cells.length, (this.otherCounts.get(cells.length) ?? 0) + 1);
    }
    if (this.listed.length === MAX_LISTED) return;
    // Lines that are not rows are shown verbatim; problems of rows show the cell.
    this.listed.push(
      isRow(record, length) ? `line ${line}: ${problem}` : `line ${line}, ${problem}: ${quoted(text)}`,
    );
  }

  /**
   * Blames the header if most lines agree with each other, but not with it.
   *
   * @param rows - number of good lines
   * @throws HousePriceError DATA_INVALID
   */
  refuseHeader(rows: number): void {
    const { file, count, names } = this;
    const lines = rows + count;
    const [common] = [...this.otherCounts].toSorted((one, other) => other[1] - one[1]);
    if (common && common[1] > 1 && common[1] * 2 > lines) {
      // The first name without cells, or the first cell without a name.
      const column = Math.min(common[0], names.length) + 1;
      throw new HousePriceError(
        "DATA_INVALID",
        `${file}, line 1, column ${column}: there are ${names.length} names, but ${common[1]} of the ${lines} lines below have ${common[0]} cells: name every column once, with the same separator as below.`,
      );
    }
  }

  /** @throws HousePriceError DATA_INVALID if a line is bad */
  refuse(): void {
    const { file, count, listed } = this;
    if (count === 0) return;
    const what =
      count === 1 ? "1 bad line: correct or remove it" : `${count} bad lines: correct or remove them`;
    const which = count > MAX_LISTED ? `; here are the first ${MAX_LISTED}` : "";
    throw new HousePriceError("DATA_INVALID", `${file} has ${what}${which}.\n${listed.join("\n")}`);
  }
}
