import { MAX_CATEGORY } from "../../model/table/schema-format";
import { splitAmount } from "./affix";
import { type Candidate, type Cell, detach, MAX_CELLS, toCandidate, toCell, tryReading } from "./candidate";
import { isMissingWord } from "./missing-words";
import { COMPACT_DATE, READINGS } from "./readings";
import { ValueRange } from "./value-range";

/** Number of cells after which readings that rarely fit are dropped. */
const TRIAL = 100;
const MIN_SHARE = 0.1;

const DIGITS = /^[+-]?\d{1,15}$/;

/** Statistics of a column's cells, collected in one pass in bounded memory. */
export class ColumnProfile {
  rows = 0;
  empty = 0;
  readonly firstMissing: Cell[] = [];
  /** Counts of missing-value words for columns of numbers or dates. */
  readonly missingWords = new Map<string, number>();
  /** Counts of declared missing-value words. */
  readonly declaredWords = new Map<string, number>();
  /** Counts of distinct texts, complete if {@link isTallied}. */
  readonly tally = new Map<string, number>();
  isTallied = true;
  longest: Cell & { readonly length: number } = { line: 0, text: "", length: 0 };

  /** Cells of digits only, which fit every number format. */
  digits = 0;
  readonly digitRange = new ValueRange();
  readonly firstDigits: Cell[] = [];
  /** Cells of several digits with a leading zero. */
  leadingZeros = 0;
  /** Common length of cells of digits, if there is one. */
  digitWidth: number | undefined;
  /** Whether each number is one more than the one before. */
  isSequence = true;
  private previous = Number.NaN;

  /** Cells that are neither empty, missing-value words, nor digits only. */
  others = 0;
  readonly firstOthers: Cell[] = [];
  /** Counts of affixes of numbers. */
  readonly affixes = new Map<string, number>();
  candidates: Candidate[] = READINGS.map(toCandidate);
  /** Eight digits may be a date. */
  readonly compactDate = toCandidate(COMPACT_DATE);

  /**
   * @param maxTallied - maximum number of distinct texts
   * @param declared - missing-value words of every column
   */
  constructor(
    private readonly maxTallied: number,
    private readonly declared: ReadonlySet<string> = new Set(),
  ) {}

  add(cell: string, line: number): void {
    this.rows++;
    const text = cell.trim();
    if (text === "") {
      this.empty++;
      this.noteMissing("", line);
      return;
    }
    if (text.length > this.longest.length) {
      this.longest = { ...toCell(text, line), length: text.length };
    }
    if (this.declared.has(text)) {
      countIn(this.declaredWords, text);
      this.noteMissing(text, line);
      return;
    }
    this.addToTally(text);
    if (DIGITS.test(text)) {
      this.addDigits(text, line);
    } else if (isMissingWord(text)) {
      countIn(this.missingWords, text);
      this.noteMissing(text, line);
    } else {
      this.addOther(text, line);
    }
  }

  /** Number of non-missing cells. */
  get present(): number {
    return this.digits + this.others;
  }

  get commonestAffix(): string | undefined {
    const [commonest] = [...this.affixes].toSorted((one, other) => other[1] - one[1]);
    return commonest?.[0];
  }

  private noteMissing(text: string, line: number): void {
    if (this.firstMissing.length < MAX_CELLS) this.firstMissing.push({ line, text });
  }

  private addToTally(text: string): void {
    const count = this.tally.get(text);
    if (count !== undefined) this.tally.set(text, count + 1);
    else if (!this.isTallied) return;
    else if (this.tally.size < this.maxTallied && text.length <= MAX_CATEGORY)
      this.tally.set(detach(text), 1);
    else this.isTallied = false;
  }

  private addDigits(text: string, line: number): void {
    const value = Number(text);
    this.digits++;
    this.digitRange.add(value, line);
    if (/^0\d/.test(text)) this.leadingZeros++;
    if (this.digits === 1) this.digitWidth = text.length;
    else if (this.digitWidth !== text.length) this.digitWidth = undefined;
    if (this.isSequence && this.digits > 1 && value !== this.previous + 1) this.isSequence = false;
    this.previous = value;
    if (this.firstDigits.length < MAX_CELLS) this.firstDigits.push({ line, text });
    if (text.length === 8) tryReading(this.compactDate, text, line);
  }

  private addOther(text: string, line: number): void {
    this.others++;
    if (this.firstOthers.length < MAX_CELLS) {
      this.firstOthers.push(toCell(text, line));
    }
    this.isSequence = false;
    if (this.candidates.length === 0) return;
    // Numbers rarely begin or end with anything else.
    const amount = /^[\d.+-].*[\d.]$/s.test(text) ? undefined : splitAmount(text);
    if (amount) countIn(this.affixes, amount.affix);
    for (const candidate of this.candidates) {
      tryReading(candidate, amount && candidate.reading.kind === "number" ? amount.number : text, line);
    }
    if (this.others === TRIAL) {
      this.candidates = this.candidates.filter(({ fits }) => fits > TRIAL * MIN_SHARE);
    }
  }
}

function countIn(counts: Map<string, number>, text: string): void {
  counts.set(text, (counts.get(text) ?? 0) + 1);
}
