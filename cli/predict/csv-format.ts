import type { OutputFormat, ScoredRow } from "./output-format";

/** Lines of a CSV file: the lines of the input, followed by the computed columns. */
export class CsvFormat implements OutputFormat {
  private lines = "";

  /**
   * @param header - as it stands in the input
   * @param added - names of the columns that the output adds
   */
  constructor(
    private readonly header: string,
    private readonly added: readonly string[],
    private readonly delimiter = ",",
  ) {}

  begin(): string {
    return `${[this.header, ...this.added].join(this.delimiter)}\n`;
  }

  add({ record, amounts, warnings, model }: ScoredRow): void {
    const { delimiter } = this;
    let line = record.text;
    for (const amount of amounts) line += delimiter + amount;
    if (warnings !== undefined) line += delimiter + this.quoteWhereNeeded(warnings);
    this.lines += `${line}${delimiter}${model}\n`;
  }

  take(): string {
    const { lines } = this;
    this.lines = "";
    return lines;
  }

  end(): string {
    return this.take();
  }

  private quoteWhereNeeded(cell: string): string {
    return cell.includes(this.delimiter) ? `"${cell}"` : cell;
  }
}
