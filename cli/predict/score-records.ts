import type { Model } from "../../model/model";
import type { CsvRecord } from "../../model/table/csv-records";
import type { Header } from "../../model/table/header";
import { RowReader } from "../../model/table/row-reader";
import type { Table } from "../../model/table/table";
import { forQuestions } from "../../model/table/unknown-categories";
import type { Interval } from "../../model/trust/uncertainty";
import { type ModelWarnings, warningsOf } from "../../model/trust/warnings/model-warnings";
import type { AddedColumns } from "./output-columns";
import { WarningCount, warningCell } from "./warning-count";

export interface RejectedRecord {
  readonly line: number;
  readonly reason: string;
  readonly cells: readonly string[];
}

export interface ScoredRecords {
  /** Output lines: each record unchanged, followed by the added columns. */
  readonly lines: string;
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

  /** @param delimiter - of the cells */
  constructor(
    private readonly model: Model,
    header: Header,
    private readonly added: AddedColumns,
    private readonly delimiter = ",",
  ) {
    const { table, needed } = model;
    const columns = table.features.map(forQuestions);
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
    return { lines: this.predict(accepted), predicted: accepted.length, rejected };
  }

  /** Fills `rows` with the valid records, and returns those in the same order. */
  private read(records: readonly CsvRecord[], rejected: RejectedRecord[]): CsvRecord[] {
    const { table } = this.model;
    if (this.rows.length < records.length * table.width) this.rows = emptyRows(table, records.length);
    const accepted: CsvRecord[] = [];
    for (const record of records) {
      const reason = this.reader.read(record, this.rows, accepted.length * table.width);
      if (reason === undefined) accepted.push(record);
      else rejected.push({ line: record.line, reason, cells: record.cells });
    }
    return accepted;
  }

  private predict(records: readonly CsvRecord[]): string {
    const { model, rows, rules, warnings, delimiter } = this;
    const { warnings: hasWarnings } = this.added;
    const { width } = model.table;
    let lines = "";
    for (let i = 0; i < records.length; i++) {
      const offset = i * width;
      const { prediction, interval } = this.ask(offset);
      const findings = rules.find(rows, offset, prediction);
      if (findings.length > 0) warnings.add(findings);
      lines += records[i].text + this.amount(prediction);
      if (interval) lines += this.amount(interval.lower) + this.amount(interval.upper);
      if (hasWarnings) lines += delimiter + quoteWhere(delimiter, warningCell(findings));
      lines += `${delimiter}${model.id}\n`;
    }
    return lines;
  }

  private ask(offset: number): { readonly prediction: number; readonly interval?: Interval } {
    const { model, rows } = this;
    const { coverage } = this.added;
    return coverage === undefined
      ? { prediction: model.predict(rows, offset) }
      : model.predictWithInterval(rows, offset, coverage);
  }

  /** Cells of an amount, each after a delimiter: in the target's unit, and in its currency. */
  private amount(value: number): string {
    const { delimiter, scale } = this;
    const cell = delimiter + value;
    return scale === undefined ? cell : cell + delimiter + value * scale;
  }
}

/** Rows with every value missing, which is what columns absent from the file keep. */
function emptyRows(table: Table, count: number): Float64Array<ArrayBuffer> {
  const rows = new Float64Array(count * table.width);
  const empty = table.emptyRow();
  for (let i = 0; i < count; i++) rows.set(empty, i * table.width);
  return rows;
}

function quoteWhere(delimiter: string, cell: string): string {
  return cell.includes(delimiter) ? `"${cell}"` : cell;
}
