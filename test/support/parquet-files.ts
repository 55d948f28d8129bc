import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parquetReadObjects, type SchemaElement } from "hyparquet";
import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { TableColumn } from "../../model/table/table-column";
import type { SqlValue } from "./sql-values";
import { temporaryDirectory } from "./temporary-directory";

export interface ParquetColumn {
  readonly element: SchemaElement;
  readonly values: readonly unknown[];
  /** Of a nested column. */
  readonly parts?: readonly SchemaElement[];
}

/** Writes a Parquet file. */
export async function writeParquet(
  columns: readonly ParquetColumn[],
  { rowGroupSize = 20, codec = "SNAPPY" }: { rowGroupSize?: number; codec?: "SNAPPY" | "UNCOMPRESSED" } = {},
): Promise<string> {
  const writer = new ByteWriter();
  const schema = columns.flatMap(({ element, parts = [] }): SchemaElement[] => [
    { ...element, repetition_type: "OPTIONAL" },
    ...parts,
  ]);
  const root = { name: "root", num_children: columns.length };
  const file = new ParquetWriter({ writer, schema: [root, ...schema], codec });
  const columnData = columns.map(({ element: { name }, values }) => ({ name, data: [...values] }));
  await file.write({ columnData, rowGroupSize });
  await file.finish();
  const path = join(await temporaryDirectory(), "houses.parquet");
  await writeFile(path, writer.getBytes());
  return path;
}

/** A column of a table with the type that a database gives it. */
export function parquetColumn({ name, kind }: TableColumn, values: readonly SqlValue[]): ParquetColumn {
  switch (kind) {
    case "category":
      return { element: { name, type: "BYTE_ARRAY", converted_type: "UTF8" }, values };
    case "boolean":
      return { element: { name, type: "BOOLEAN" }, values };
    case "date": {
      const dates = values.map((value) => (value === null ? null : new Date(`${value}T00:00:00Z`)));
      return { element: { name, type: "INT32", converted_type: "DATE" }, values: dates };
    }
    case "number":
      return { element: { name, type: "DOUBLE" }, values };
    default: {
      const whole = values.map((value) => (value === null ? null : BigInt(value)));
      return { element: { name, type: "INT64" }, values: whole };
    }
  }
}

/** The rows of a Parquet file. */
export async function readParquet(path: string): Promise<Record<string, unknown>[]> {
  const { buffer, byteOffset, byteLength } = await readFile(path);
  const file = buffer.slice(byteOffset, byteOffset + byteLength);
  if (!(file instanceof ArrayBuffer)) throw new TypeError("It is shared.");
  return parquetReadObjects({ file });
}
