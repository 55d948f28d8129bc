import type { Header } from "../../../model/table/header";
import type { Table } from "../../../model/table/table";
import type { TableColumn } from "../../../model/table/table-column";
import type { OutputFormat, ScoredRow } from "../output-format";
import type { ColumnSource, SchemaElement } from "./library";
import { ParquetRecord } from "./parquet-cells";

/** Rows of a row group: few enough to hold them, and enough to compress well. */
const GROUP_ROWS = 50_000;

/** A column of the output and the values that wait for the end of the row group. */
interface OutputColumn {
  readonly element: SchemaElement;
  read(row: ScoredRow): unknown;
  values: unknown[];
}

export interface ParquetFormatOptions {
  readonly header: Header;
  readonly table: Table;
  /** Names of the amounts that the output adds. */
  readonly amounts: readonly string[];
  readonly hasWarnings: boolean;
  /** Of an input that is a Parquet file: its columns keep their types. */
  readonly elements: readonly SchemaElement[] | undefined;
}

/** A Parquet file: the columns of the input, followed by the computed ones. */
export class ParquetFormat implements OutputFormat {
  private readonly columns: readonly OutputColumn[];
  private readonly bytes;
  private readonly writer;
  private rows = 0;

  private constructor(
    options: ParquetFormatOptions,
    { ByteWriter, ParquetWriter }: typeof import("./library"),
  ) {
    this.columns = [...inputColumns(options), ...addedColumns(options)].map(({ element, read }) => ({
      element: { ...element, repetition_type: "OPTIONAL" },
      read,
      values: [],
    }));
    this.bytes = new ByteWriter();
    this.writer = new ParquetWriter({
      writer: this.bytes,
      schema: [
        { name: "root", num_children: this.columns.length },
        ...this.columns.map(({ element }) => element),
      ],
      createdBy: "house-price-graphql",
    });
  }

  static async create(options: ParquetFormatOptions): Promise<ParquetFormat> {
    return new ParquetFormat(options, await import("./library"));
  }

  begin(): Uint8Array {
    return this.written();
  }

  add(row: ScoredRow): void {
    for (const column of this.columns) column.values.push(column.read(row));
    this.rows++;
    if (this.rows === GROUP_ROWS) this.writeGroup();
  }

  take(): Uint8Array {
    return this.written();
  }

  end(): Uint8Array {
    if (this.rows > 0) this.writeGroup();
    void this.writer.finish();
    return this.written();
  }

  private writeGroup(): void {
    const columnData = this.columns.map(
      ({ element: { name }, values }): ColumnSource => ({ name, data: values, offsetIndex: false }),
    );
    void this.writer.write({ columnData, rowGroupSize: GROUP_ROWS });
    for (const column of this.columns) column.values = [];
    this.rows = 0;
  }

  private written(): Uint8Array {
    const content = this.bytes.getBytes().slice();
    this.bytes.index = 0;
    return content;
  }
}

type ColumnSpec = Pick<OutputColumn, "element" | "read">;

const text = (name: string): SchemaElement => ({ name, type: "BYTE_ARRAY", converted_type: "UTF8" });

function inputColumns({ header, table, elements }: ParquetFormatOptions): ColumnSpec[] {
  return header.names.map((name, j): ColumnSpec => {
    const element = elements?.[j];
    if (element) return keptColumn({ ...element, name }, j);
    const slot = header.positions.slice(0, table.width).indexOf(j);
    const typed = slot === -1 ? undefined : typedColumn(table.features[slot], name, slot);
    return typed ?? { element: text(name), read: ({ record }) => record.cells[j] || null };
  });
}

/** A column of a Parquet file, as it is there. */
function keptColumn(element: SchemaElement, j: number): ColumnSpec {
  return {
    // The timestamps of old writers have a type that new ones must not write.
    element:
      element.type === "INT96"
        ? {
            name: element.name,
            type: "INT64",
            logical_type: { type: "TIMESTAMP", isAdjustedToUTC: true, unit: "NANOS" },
          }
        : element,
    read: ({ record }) => (record instanceof ParquetRecord ? (record.values[j] ?? null) : null),
  };
}

/** A feature of a CSV file, with the type that the table gives it; undefined for one of categories, which is text. */
function typedColumn({ kind }: TableColumn, name: string, slot: number): ColumnSpec | undefined {
  const reading =
    <Value>(convert: (value: number) => Value) =>
    ({ rows, offset }: ScoredRow) => {
      const value = rows[offset + slot];
      return Number.isNaN(value) ? null : convert(value);
    };
  switch (kind) {
    case "category":
      return undefined;
    case "boolean":
      return { element: { name, type: "BOOLEAN" }, read: reading((value) => value === 1) };
    case "date":
      return { element: { name, type: "INT32", converted_type: "DATE" }, read: reading((days) => days) };
    default:
      return { element: { name, type: "DOUBLE" }, read: reading((value) => value) };
  }
}

function addedColumns({ amounts, hasWarnings }: ParquetFormatOptions): ColumnSpec[] {
  return [
    ...amounts.map(
      (name, i): ColumnSpec => ({ element: { name, type: "DOUBLE" }, read: (row) => row.amounts[i] }),
    ),
    ...(hasWarnings
      ? [{ element: text("warnings"), read: ({ warnings }: ScoredRow) => warnings ?? "" }]
      : []),
    { element: text("model"), read: ({ model }) => model },
  ];
}
