import { parse } from "csv-parse/sync";
import { brokenCellOf } from "./broken-quote";
import { CsvLines, MAX_LINE } from "./csv-lines";

/** A record of a CSV file, split into cells or broken. */
export interface CsvRecord {
  /** First line number, from 1. */
  readonly line: number;
  /** Text without line ending. */
  readonly text: string;
  /** For a broken record, its text. */
  readonly cells: readonly string[];
  readonly problem?: string;
}

/** A record with an open quote: its lines and their endings. */
interface OpenRecord {
  readonly first: number;
  readonly lines: string[];
  readonly endings: string[];
  length: number;
}

/**
 * Splits chunks of text into CSV records (RFC 4180; lines may end in LF, CRLF or CR). Blank lines are skipped.
 *
 * A stream parser cannot continue after a quote that is never closed, and takes five times as long. So this class splits
 * the lines itself: it splits lines without quotes at the delimiters, and csv-parse parses the others one by one. A broken
 * record then affects only its own line.
 */
export class CsvRecords {
  private readonly lines = new CsvLines({
    line: (number, text, ending) => this.readLine(number, text, ending),
    tooLong: (number, text) => this.addTooLong(number, text),
  });
  private open: OpenRecord | undefined;
  private records: CsvRecord[] = [];
  private cellCount: number | undefined;

  /** @param delimiter - one character */
  constructor(private readonly delimiter = ",") {}

  /** Returns the records that end in this chunk. */
  push(piece: string): CsvRecord[] {
    this.lines.push(piece);
    return this.takeRecords();
  }

  /** Returns the remaining records at the end of the file. */
  end(): CsvRecord[] {
    this.lines.end();
    while (this.open) this.breakOpenRecord(this.open);
    return this.takeRecords();
  }

  get position(): { readonly line: number; readonly cell: number } {
    const { number, text } = this.lines.unfinished;
    return { line: number, cell: text.split(this.delimiter).length - 1 };
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

  private addTooLong(line: number, text: string): void {
    while (this.open) this.breakOpenRecord(this.open);
    const problem = `the line is longer than ${MAX_LINE} characters; it begins with`;
    this.add({ line, text, cells: [text], problem });
  }

  private readLine(number: number, text: string, ending: string): void {
    if (this.open) {
      this.continueRecord(this.open, text, ending);
    } else if (!text.includes('"')) {
      if (!isBlank(text)) this.add({ line: number, text, cells: text.split(this.delimiter) });
    } else if (hasOpenQuote(text)) {
      this.open = { first: number, lines: [text], endings: [ending], length: text.length };
    } else {
      this.add(readQuoted(number, text, this.delimiter));
    }
  }

  private continueRecord(open: OpenRecord, line: string, ending: string): void {
    open.lines.push(line);
    open.endings.push(ending);
    open.length += line.length;
    if (hasOpenQuote(line)) {
      const text = open.lines.map((each, i) => (i > 0 ? open.endings[i - 1] + each : each)).join("");
      const record = readQuoted(open.first, text, this.delimiter);
      // If the lines do not form a row together, report each line as broken.
      if (record.problem || record.cells.length !== (this.cellCount ?? record.cells.length)) {
        this.breakOpenRecord(open);
      } else {
        this.open = undefined;
        this.add(record);
      }
    } else if (open.length > MAX_LINE) {
      this.breakOpenRecord(open);
    }
  }

  /** The quote is never closed: its line is broken, and the following lines are parsed normally. */
  private breakOpenRecord({ first, lines, endings }: OpenRecord): void {
    this.open = undefined;
    const [text] = lines;
    this.add({ line: first, text, cells: [text], problem: "a quote is opened and never closed" });
    lines.slice(1).forEach((line, i) => {
      this.readLine(first + 1 + i, line, endings[1 + i]);
    });
  }
}

function isBlank(line: string): boolean {
  // Few lines begin with a blank; skip the check for the others.
  return line === "" || (/^\s/.test(line) && line.trim() === "");
}

/** Whether the number of quotes is odd: quotes inside a quoted cell are doubled. */
function hasOpenQuote(line: string): boolean {
  let isOpen = false;
  for (let at = line.indexOf('"'); at !== -1; at = line.indexOf('"', at + 1)) isOpen = !isOpen;
  return isOpen;
}

function readQuoted(line: number, text: string, delimiter: string): CsvRecord {
  try {
    // A quoted cell may have blanks around it: `"a", "b"`.
    const [cells] = parse(text, { delimiter, record_delimiter: ["\r\n", "\n", "\r"], trim: true });
    // csv-parse reads `"" ""` as an empty cell.
    if (brokenCellOf(text, delimiter) === cells.length - 1) return { line, text, cells };
  } catch {}
  return { line, text, cells: [text], problem: "a quote is misplaced or not doubled" };
}
