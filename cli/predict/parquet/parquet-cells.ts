import { stringify } from "csv-stringify/sync";
import type { CsvRecord } from "../../../model/table/csv-records";
import type { SchemaElement } from "./library";

const MILLISECONDS_PER_DAY = 86_400_000;

/** A row of a Parquet file, with the cells that it would have in a CSV file. */
export class ParquetRecord implements CsvRecord {
  constructor(
    readonly line: number,
    readonly cells: readonly string[],
    /** As the file has them. */
    readonly values: readonly unknown[],
    private readonly delimiter: string,
  ) {}

  /** Only an output of CSV needs it. */
  get text(): string {
    return stringify([[...this.cells]], { delimiter: this.delimiter }).trimEnd();
  }
}

/** Writes a value of a column as a cell: numbers with a point, dates as in ISO 8601, `true` and `false`. */
export function cellWriter(element: SchemaElement): (value: unknown) => string {
  const unit = unitsPerMillisecond(element);
  const isDate = element.converted_type === "DATE" || element.logical_type?.type === "DATE";
  return (value) => {
    if (value === null || value === undefined || Number.isNaN(value)) return "";
    if (typeof value === "string") return value;
    if (typeof value === "bigint" && unit !== undefined) return isoTime(Number(value / unit));
    if (typeof value === "number" && isDate)
      return isoTime(value * MILLISECONDS_PER_DAY).replace(MIDNIGHT, "");
    if (value instanceof Uint8Array) return Buffer.from(value).toString("utf8");
    return typeof value === "object" ? JSON.stringify(value) : String(value);
  };
}

/** Text that is no date where the time is beyond those that JavaScript has. */
function isoTime(milliseconds: number): string {
  const time = new Date(milliseconds);
  return Number.isNaN(time.getTime()) ? String(time) : time.toISOString();
}

const MIDNIGHT = /T00:00:00\.000Z$/;

/** Whether the cells of a column are written by this program, and not as the author of the file wrote them. */
export function isTyped({ type }: SchemaElement): boolean {
  return type !== "BYTE_ARRAY" && type !== "FIXED_LEN_BYTE_ARRAY";
}

/** Of a column of timestamps, how many of its units are a millisecond. */
function unitsPerMillisecond({ type, converted_type, logical_type }: SchemaElement): bigint | undefined {
  if (type === "INT96") return 1_000_000n;
  if (converted_type === "TIMESTAMP_MILLIS") return 1n;
  if (converted_type === "TIMESTAMP_MICROS") return 1000n;
  if (logical_type?.type !== "TIMESTAMP") return undefined;
  return { MILLIS: 1n, MICROS: 1000n, NANOS: 1_000_000n }[logical_type.unit];
}
