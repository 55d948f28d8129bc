import { FEATURE_COLUMNS, FEATURE_COUNT, featureColumnsOf } from "../../model/features";
import type { Model } from "../../model/model";
import type { CsvRecord } from "../../model/table/csv-records";
import type { Header } from "../../model/table/header";
import { RowReader } from "../../model/table/row-reader";
import { type ModelWarnings, warningsOf } from "../../model/trust/warnings/model-warnings";
import { WarningCount, warningCell } from "./warning-count";

/** What the output has behind the columns of the input, beside prediction and model. */
export interface AddedColumns {
  /** Coverage of the interval; without one there is no interval. */
  readonly coverage: number | undefined;
  /** Whether there is a column of warnings. */
  readonly warnings: boolean;
}

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

/** The columns that the output has behind those of the input. */
export function namesOf({ coverage, warnings }: AddedColumns): readonly string[] {
  const interval = coverage === undefined ? [] : ["lower", "upper"];
  return ["predictedHousePrice", ...interval, ...(warnings ? ["warnings"] : []), "model"];
}

/** Predicts records, all that are given at a time in one pass over an array of numbers. */
export class RecordScorer {
  readonly warnings = new WarningCount();
  private rows = new Float64Array();
  private readonly reader: RowReader;
  private readonly rules: ModelWarnings;

  constructor(
    private readonly model: Model,
    header: Header,
    private readonly added: AddedColumns,
  ) {
    this.reader = new RowReader(header, FEATURE_COLUMNS, featureColumnsOf(model.features));
    this.rules = warningsOf(model);
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
      const reason = this.reader.read(record, this.rows, accepted.length * FEATURE_COUNT);
      if (reason === undefined) accepted.push(record);
      else rejected.push({ line: record.line, reason, cells: record.cells });
    }
    return accepted;
  }

  private predict(records: readonly CsvRecord[]): string {
    const { model, rows, rules, warnings } = this;
    const { coverage, warnings: hasWarnings } = this.added;
    let lines = "";
    for (let i = 0; i < records.length; i++) {
      const offset = i * FEATURE_COUNT;
      const prediction = model.predict(rows, offset);
      const findings = rules.find(rows, offset, prediction);
      if (findings.length > 0) warnings.add(findings);
      lines += `${records[i].text},${prediction}`;
      if (coverage !== undefined) {
        const { lower, upper } = model.interval(rows, offset, coverage);
        lines += `,${lower},${upper}`;
      }
      if (hasWarnings) lines += `,${warningCell(findings)}`;
      lines += `,${model.id}\n`;
    }
    return lines;
  }
}
