import { parse } from "csv-parse/sync";

/** One record of a CSV file, cut into cells or found broken. */
export interface CsvRecord {
  /** Number of the line on which it begins; the header is line 1. */
  readonly line: number;
  /** The record as it stands in the file, without its line ending. */
  readonly text: string;
  /** Its cells; where it is broken, what can be told of them. */
  readonly cells: readonly string[];
  /** Why it is broken. */
  readonly problem?: string;
}

/** Longest record, in UTF-16 code units: what is longer is no row of numbers, and must not fill the memory. */
const MAX_LENGTH = 1024 * 1024;

/** Part of a record that is too long which is kept to tell which one it was. */
const EXCERPT_LENGTH = 200;

const BYTE_ORDER_MARK = "\uFEFF";

/** A quoted cell that goes on over several lines: the lines so far. */
interface OpenRecord {
  readonly lines: string[];
  length: number;
}

/**
 * Cuts text that comes in pieces into CSV records (RFC 4180; lines may end in LF or CRLF).
 *
 * A stream parser cannot go on after a quote that is never closed, and takes five times as long, so lines are cut
 * here: one without a quote is its cells with commas between, and csv-parse reads the others one by one. A broken
 * record is then a broken line, and no more.
 */
export class CsvRecords {
  private rest = "";
  private line = 0;
  private open: OpenRecord | undefined;
  private isBegun = false;
  /** Whether the rest of a line that is too long is passed over. */
  private isSkipping = false;
  private records: CsvRecord[] = [];
  /** Number of cells of the first record. */
  private cellCount: number | undefined;

  /** The records that end in this piece. */
  push(piece: string): CsvRecord[] {
    const text = this.rest + (this.isBegun ? piece : withoutByteOrderMark(piece));
    this.isBegun = true;
    // What was left the last time has no line ending.
    let end = text.indexOf("\n", this.rest.length);
    let start = 0;
    for (; end !== -1; end = text.indexOf("\n", start)) {
      this.endLine(text.slice(start, end));
      start = end + 1;
    }
    this.rest = text.slice(start);
    if (this.rest.length > MAX_LENGTH) this.skipLine();
    return this.takeRecords();
  }

  /** The records that the end of the file ends. */
  end(): CsvRecord[] {
    if (this.rest !== "" || this.isSkipping) this.endLine(this.rest);
    this.rest = "";
    while (this.open) this.breakOpenRecord(this.open);
    return this.takeRecords();
  }

  private takeRecords(): CsvRecord[] {
    const records = this.records;
    this.records = [];
    return records;
  }

  private add(record: CsvRecord): void {
    this.cellCount ??= record.cells.length;
    this.records.push(record);
  }

  private skipLine(): void {
    if (!this.isSkipping) {
      const text = this.rest.slice(0, EXCERPT_LENGTH);
      const problem = `the line is longer than ${MAX_LENGTH} characters; here is its beginning`;
      this.add({ line: this.line + 1, text, cells: [text], problem });
    }
    this.isSkipping = true;
    this.rest = "";
  }

  private endLine(line: string): void {
    this.line++;
    if (this.isSkipping) {
      this.isSkipping = false;
      return;
    }
    this.readLine(this.line, line);
  }

  private readLine(number: number, line: string): void {
    const isQuoting = line.includes('"');
    if (this.open) {
      this.continueRecord(this.open, line);
    } else if (!isQuoting) {
      const text = withoutReturn(line);
      this.add({ line: number, text, cells: text.split(",") });
    } else if (hasOpenQuote(line)) {
      this.open = { lines: [line], length: line.length };
    } else {
      this.add(readQuoted(number, withoutReturn(line)));
    }
  }

  private continueRecord(open: OpenRecord, line: string): void {
    open.lines.push(line);
    open.length += line.length;
    if (hasOpenQuote(line)) {
      const first = this.line - open.lines.length + 1;
      const record = readQuoted(first, withoutReturn(open.lines.join("\n")));
      // What is no row when all of it is taken together is rather two lines that are each broken.
      if (record.problem || record.cells.length !== (this.cellCount ?? record.cells.length)) {
        this.breakOpenRecord(open);
      } else {
        this.open = undefined;
        this.add(record);
      }
    } else if (open.length > MAX_LENGTH) {
      this.breakOpenRecord(open);
    }
  }

  /** The quote is not closed where it could be: its line is broken, and the lines after it are read for themselves. */
  private breakOpenRecord({ lines }: OpenRecord): void {
    this.open = undefined;
    const first = this.line - lines.length + 1;
    const text = withoutReturn(lines[0]);
    this.add({ line: first, text, cells: [text], problem: "a quote is opened and never closed" });
    lines.slice(1).forEach((line, i) => {
      this.readLine(first + 1 + i, line);
    });
  }
}

function withoutByteOrderMark(text: string): string {
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}

/** Whether the number of quotes is odd: a quote inside of a quoted cell is written as two. */
function hasOpenQuote(line: string): boolean {
  let isOpen = false;
  for (let at = line.indexOf('"'); at !== -1; at = line.indexOf('"', at + 1)) isOpen = !isOpen;
  return isOpen;
}

function readQuoted(line: number, text: string): CsvRecord {
  try {
    const [cells] = parse(text, { record_delimiter: ["\n", "\r\n"] });
    return { line, text, cells };
  } catch {
    return { line, text, cells: [text], problem: "a quote stands where none may be, or is not doubled" };
  }
}
