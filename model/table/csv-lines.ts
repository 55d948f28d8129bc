/** In UTF-16 code units; longer lines are not rows, and must not fill the memory. */
export const MAX_LINE = 1024 * 1024;

/** Length kept of a line that is too long, for messages. */
const EXCERPT_LENGTH = 200;

export interface LineReader {
  /**
   * @param number - line number from 1
   * @param ending - LF, CRLF, CR, or empty at the end of the file
   */
  line(number: number, text: string, ending: string): void;
  /** A line exceeds {@link MAX_LINE}; `text` is its beginning. */
  tooLong(number: number, text: string): void;
}

/** Splits chunks of text into lines, which may end in LF, CRLF or CR, even mixed. */
export class CsvLines {
  private rest = "";
  private count = 0;
  /** Whether the rest of a line that is too long is being skipped. */
  private isSkipping = false;

  constructor(private readonly reader: LineReader) {}

  push(piece: string): void {
    const text = this.rest + piece;
    // The previous rest has no line end, except a CR that an LF may follow.
    const from = this.rest.endsWith("\r") ? this.rest.length - 1 : this.rest.length;
    let start = 0;
    let feed = text.indexOf("\n", from);
    let carriage = text.indexOf("\r", from);
    while (feed !== -1 || carriage !== -1) {
      if (carriage === -1 || (feed !== -1 && feed < carriage)) {
        this.endLine(text.slice(start, feed), "\n");
        start = feed + 1;
        feed = text.indexOf("\n", start);
      } else if (carriage + 1 === text.length) {
        break;
      } else {
        const ending = feed === carriage + 1 ? "\r\n" : "\r";
        this.endLine(text.slice(start, carriage), ending);
        start = carriage + ending.length;
        if (ending === "\r\n") feed = text.indexOf("\n", start);
        carriage = text.indexOf("\r", start);
      }
    }
    this.rest = text.slice(start);
    if (this.rest.length > MAX_LINE) this.skipLine();
  }

  /** Reports the last line, if it has no line end. */
  end(): void {
    const isEnded = this.rest.endsWith("\r");
    if (isEnded) this.endLine(this.rest.slice(0, -1), "\r");
    else if (this.rest !== "" || this.isSkipping) this.endLine(this.rest, "");
    this.rest = "";
  }

  get unfinished(): { readonly number: number; readonly text: string } {
    return { number: this.count + 1, text: this.rest };
  }

  private skipLine(): void {
    if (!this.isSkipping) this.reportTooLong(this.count + 1, this.rest);
    this.isSkipping = true;
    this.rest = this.rest.endsWith("\r") ? "\r" : "";
  }

  private endLine(text: string, ending: string): void {
    this.count++;
    if (this.isSkipping) this.isSkipping = false;
    else if (text.length > MAX_LINE) this.reportTooLong(this.count, text);
    else this.reader.line(this.count, text, ending);
  }

  private reportTooLong(number: number, text: string): void {
    this.reader.tooLong(number, text.slice(0, EXCERPT_LENGTH));
  }
}
