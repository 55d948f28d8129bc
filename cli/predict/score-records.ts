import type { Model } from "../../model/model";
import type { CsvRecord } from "../../model/table/csv-records";
import type { Header } from "../../model/table/header";
import { RowReader } from "../../model/table/row-reader";
import { forQuestions } from "../../model/table/unknown-categories";
import type { Interval } from "../../model/trust/uncertainty";
import { type ModelWarnings, warningsOf } from "../../model/trust/warnings/model-warnings";
import type { AddedColumns } from "./output-columns";
import type { OutputFormat } from "./output-format";
import { asTyped } from "./parquet/typed-column";
import { WarningCount, warningCell } from "./warning-count";

export interface RejectedRecord {
  readonly line: number;
  readonly reason: string;
  readonly cells: readonly string[];
}

export interface ScoredRecords {
  /** Output so far: each record unchanged, followed by the added columns. */
  readonly content: string | Uint8Array;
  readonly predicted: number;
  readonly rejected: readonly RejectedRecord[];
}

/** Predicts batches of records. */
export class RecordScorer {
  readonly warnings = new WarningCount();
  private rows = new Float64Array();
  private readonly reader: RowReader;
  private readonly rules: ModelWarnings;

  /** Currency units per unit of the target; undefined without a currency. */
  private readonly scale: number | undefined;

  /** @param isTyped - whether the file has typed values in the column at a position, and not texts */
  constructor(
    private readonly model: Model,
    header: Header,
    private readonly added: AddedColumns,
    private readonly format: OutputFormat,
    isTyped: (position: number) => boolean = () => false,
  ) {
    const { table, needed } = model;
    const columns = table.features.map((feature, i) => {
      const column = forQuestions(feature);
      return isTyped(header.positions[i]) ? asTyped(column) : column;
    });
    this.reader = new RowReader(
      header,
      columns,
      columns.map((_, i) => needed.includes(i)),
    );
    this.rules = warningsOf(model);
    this.scale = table.target.currency === undefined ? undefined : table.target.scale;
  }

  score(records: readonly CsvRecord[]): ScoredRecords {
    const rejected: RejectedRecord[] = [];
    const accepted = this.read(records, rejected);
    this.predict(accepted);
    return { content: this.format.take(), predicted: accepted.length, rejected };
  }

  /** Fills `rows` with the valid records, and returns those in the same order. Columns that the file lacks stay empty. */
  private read(records: readonly CsvRecord[], rejected: RejectedRecord[]): CsvRecord[] {
    const { table } = this.model;
    if (this.rows.length < records.length * table.width) this.rows = table.emptyRows(records.length);
    const accepted: CsvRecord[] = [];
    for (const record of records) {
      const reason = this.reader.read(record, this.rows, accepted.length * table.width);
      if (reason === undefined) accepted.push(record);
      else rejected.push({ line: record.line, reason, cells: record.cells });
    }
    return accepted;
  }

  private predict(records: readonly CsvRecord[]): void {
    const { model, rows, rules, warnings } = this;
    const { warnings: hasWarnings } = this.added;
    const { width } = model.table;
    for (let i = 0; i < records.length; i++) {
      const offset = i * width;
      const { prediction, interval } = this.ask(offset);
      const findings = rules.find(rows, offset, prediction);
      if (findings.length > 0) warnings.add(findings);
      this.format.add({
        record: records[i],
        rows,
        offset,
        amounts: this.amounts(interval ? [prediction, interval.lower, interval.upper] : [prediction]),
        warnings: hasWarnings ? warningCell(findings) : undefined,
        model: model.id,
      });
    }
  }

  private ask(offset: number): { readonly prediction: number; readonly interval?: Interval } {
    const { model, rows } = this;
    const { coverage } = this.added;
    return coverage === undefined
      ? { prediction: model.predict(rows, offset) }
      : model.predictWithInterval(rows, offset, coverage);
  }

  /** Each in the target's unit, and in its currency. */
  private amounts(values: readonly number[]): readonly number[] {
    const { scale } = this;
    return scale === undefined ? values : values.flatMap((value) => [value, value * scale]);
  }
}
