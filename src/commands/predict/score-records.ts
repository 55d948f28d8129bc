import { describeDomain, FEATURE_COUNT, FEATURES, isInDomain } from "../../../model/features";
import type { Model } from "../../../model/model";
import type { FeatureColumns } from "./columns";
import type { CsvRecord } from "./csv-records";

/** A record that cannot be predicted. */
export interface RejectedRecord {
  readonly line: number;
  readonly reason: string;
  readonly cells: readonly string[];
}

/** What became of some records. */
export interface ScoredRecords {
  /** Lines of the output: the records as they came, with what was computed behind. */
  readonly lines: string;
  readonly predicted: number;
  readonly rejected: readonly RejectedRecord[];
}

/** A decimal number as programs write it; what `Number` also takes (hexadecimal, nothing at all) is no value here. */
const NUMBER = /^[ \t]*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[ \t]*$/;

/** Longest part of a cell that a message repeats. */
const MAX_QUOTED = 40;

/** The columns that the output has behind those of the input. */
export function addedColumns(coverage: number | undefined): readonly string[] {
  return coverage === undefined
    ? ["predictedHousePrice", "model"]
    : ["predictedHousePrice", "lower", "upper", "model"];
}

/** Predicts records, all that are given at a time in one pass over an array of numbers. */
export class RecordScorer {
  private rows = new Float64Array();
  private readonly used: readonly number[];

  /** @param coverage - of the interval that is added, if one is */
  constructor(
    private readonly model: Model,
    private readonly columns: FeatureColumns,
    private readonly coverage: number | undefined,
  ) {
    this.used = FEATURES.flatMap((_, i) => (model.features & (1 << i) ? i : []));
  }

  score(records: readonly CsvRecord[]): ScoredRecords {
    const rejected: RejectedRecord[] = [];
    const accepted = this.read(records, rejected);
    return { lines: this.predict(accepted), predicted: accepted.length, rejected };
  }

  /** Fills `rows` with the good records, and gives them in the same order. */
  private read(records: readonly CsvRecord[], rejected: RejectedRecord[]): CsvRecord[] {
    if (this.rows.length < records.length * FEATURE_COUNT) {
      this.rows = new Float64Array(records.length * FEATURE_COUNT).fill(Number.NaN);
    }
    const accepted: CsvRecord[] = [];
    for (const record of records) {
      const reason = record.problem ?? this.readRow(record, accepted.length * FEATURE_COUNT);
      if (reason === undefined) accepted.push(record);
      else rejected.push({ line: record.line, reason, cells: record.cells });
    }
    return accepted;
  }

  /** Writes the features of one record at `offset`; gives what is wrong with it, if something is. */
  private readRow({ cells, text }: CsvRecord, offset: number): string | undefined {
    if (text === "") return "the line is empty";
    const { count, columnOf } = this.columns;
    if (cells.length !== count) return `expected ${count} cells, as in the header, but found ${cells.length}`;
    let problems: string | undefined;
    for (const i of this.used) {
      const cell = cells[columnOf[i]];
      const value = NUMBER.test(cell) ? Number(cell) : Number.NaN;
      this.rows[offset + i] = value;
      if (!isInDomain(value, FEATURES[i].domain)) {
        const problem = this.describeProblem(i, cell, value);
        problems = problems === undefined ? problem : `${problems}; ${problem}`;
      }
    }
    return problems;
  }

  private describeProblem(feature: number, cell: string, value: number): string {
    const name = this.columns.names[this.columns.columnOf[feature]];
    if (cell.trim() === "") return `${name} is empty`;
    const shown = cell.length > MAX_QUOTED ? `${cell.slice(0, MAX_QUOTED)}…` : cell;
    if (Number.isNaN(value)) return `${name} is not a number: "${shown}"`;
    return `${name} must be a finite number, ${describeDomain(FEATURES[feature].domain)}; it is ${shown}`;
  }

  private predict(records: readonly CsvRecord[]): string {
    const { model, rows, coverage } = this;
    let lines = "";
    for (let i = 0; i < records.length; i++) {
      const offset = i * FEATURE_COUNT;
      lines += `${records[i].text},${model.predict(rows, offset)}`;
      if (coverage !== undefined) {
        const { lower, upper } = model.interval(rows, offset, coverage);
        lines += `,${lower},${upper}`;
      }
      lines += `,${model.id}\n`;
    }
    return lines;
  }
}
