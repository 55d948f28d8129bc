import type { CsvRecord } from "../../model/table/csv-records";

/** A row of the output. */
export interface ScoredRow {
  readonly record: CsvRecord;
  /** The row in the layout of the model's table, from `offset` on; valid only during the call. */
  readonly rows: Float64Array;
  readonly offset: number;
  /** Prediction, and bounds of the interval where they were asked for; each also in the currency, where there is one. */
  readonly amounts: readonly number[];
  /** The warnings, where they were asked for. */
  readonly warnings: string | undefined;
  readonly model: string;
}

/** How rows become a file. */
export interface OutputFormat {
  /** What stands before the rows. */
  begin(): string | Uint8Array;
  add(row: ScoredRow): void;
  /** What can be written of the rows so far. */
  take(): string | Uint8Array;
  /** The rest. */
  end(): string | Uint8Array;
}
