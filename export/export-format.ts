import type { Model } from "../model/model";

/** What an export can be told. */
export interface ExportOptions {
  /** Coverage of the interval. */
  readonly coverage: number;
  readonly dialect: string | undefined;
  readonly table: string;
  readonly columns: readonly string[];
  readonly contributions: boolean;
}

/** What was written, and what was found out about it. */
export interface Exported {
  readonly content: string | Uint8Array;
  /** For people. */
  readonly note?: string;
}

/** A form in which models leave. `export-formats.ts` lists them. */
export interface ExportFormat {
  readonly name: string;
  /** @throws HousePriceError */
  write(model: Model, options: ExportOptions): Promise<Exported>;
}
