import { parse } from "csv-parse/sync";
import { brokenCellOf } from "./broken-quote";
import { CsvLines, MAX_LINE } from "./csv-lines";

/** One record of a CSV file, cut into cells or found broken. */
export interface CsvRecord {
  /** Number of the line on which it begins; the first line of a file is 1. */
  readonly line: number;
  /** The record as it stands in the file, without its line ending. */
  readonly text: string;
  /** Its cells; of a broken record, its text. */
  readonly cells: readonly string[];
  /** Why it is broken. */
  readonly problem?: string;
}

/** A record whose last cell so far has an open quote: its lines, and the ending of each. */
interface OpenRecord {
  readonly first: number;
  readonly lines: string[];
  readonly endings: string[];
  length: number;
}

/**
 * Cuts text that comes in pieces into CSV records (RFC 4180; lines may end in LF, CRLF or CR). Blank lines are skipped.
 *
 * A stream parser cannot go on after a quote that is never closed, and takes five times as long, so lines are cut
 * here: one without a quote is its cells with delimiters between, and csv-parse reads the others one by one. A broken
 * record is then a broken line, and no more.
 */
export class CsvRecords {
  private readonly lines = new CsvLines({
    line: (number, text, ending) => this.readLine(number, text, ending),
    tooLong: (number, text) => this.addTooLong(number, text),
  });
  private open: OpenRecord | undefined;
  private records: CsvRecord[] = [];
  /** Number of cells of the first record. */
  private cellCount: number | undefined;

  /** @param delimiter - what separates cells: one character */
  constructor(private readonly delimiter = ",") {}

  /** The records that end in this piece. */
  push(piece: string): CsvRecord[] {
    this.lines.push(piece);
    return this.takeRecords();
  }

  /** The records that the end of the file ends. */
  end(): CsvRecord[] {
    this.lines.end();
    while (this.open) this.breakOpenRecord(this.open);
    return this.takeRecords();
  }

  /** Where the text ends so far: number of its last line, and position of the cell in it. */
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
      // Lines that make no row together are rather lines that are each broken.
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

  /** The quote is not closed where it could be: its line is broken, and the lines after it are read on their own. */
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
  // Few lines begin with a blank; the others are not looked at further.
  return line === "" || (/^\s/.test(line) && line.trim() === "");
}

/** Whether the number of quotes is odd: a quote inside of a quoted cell is written as two. */
function hasOpenQuote(line: string): boolean {
  let isOpen = false;
  for (let at = line.indexOf('"'); at !== -1; at = line.indexOf('"', at + 1)) isOpen = !isOpen;
  return isOpen;
}

function readQuoted(line: number, text: string, delimiter: string): CsvRecord {
  try {
    // Blanks may stand around a quoted cell: `"a", "b"`.
    const [cells] = parse(text, { delimiter, record_delimiter: ["\r\n", "\n", "\r"], trim: true });
    // csv-parse takes `"" ""` for an empty cell.
    if (brokenCellOf(text, delimiter) === cells.length - 1) return { line, text, cells };
  } catch {
    // What is wrong with it is always the same.
  }
  return { line, text, cells: [text], problem: "a quote is misplaced or not doubled" };
}
