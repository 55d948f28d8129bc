import { HousePriceError } from "../errors";
import { BadLines } from "./bad-lines";
import type { Column } from "./column";
import type { CsvRecord } from "./csv-records";
import { type DataFileOptions, openDataFile } from "./data-file";
import { type Header, readHeader, refuseMissingColumns } from "./header";
import { RowReader } from "./row-reader";

/** A file in memory with only valid rows. */
export interface Table {
  readonly header: Header;
  /** Values by column: undefined if the file lacks the column, `NaN` if a row lacks the value. */
  readonly values: readonly (readonly number[] | undefined)[];
  readonly rows: number;
}

export interface ReadTableOptions extends DataFileOptions {
  /** Whether every row must have a value, by column; default: if the file must have the column. */
  readonly neededCells?: readonly boolean[];
  /** Reading stops with an error at more rows. */
  readonly maxRows?: number;
}

/**
 * Reads all rows of a file. A bad line refuses the whole file: a model trained on the rest would be of different data than the user gave.
 *
 * @param needed - whether the file must have the column, by column
 * @param purpose - what needs them, as in "which the model needs"
 * @throws HousePriceError DATA_UNREADABLE, COLUMNS_MISSING or DATA_INVALID
 */
export async function readTable(
  path: string,
  columns: readonly Column[],
  needed: readonly boolean[],
  purpose: string,
  { neededCells = needed, maxRows = Infinity, ...options }: ReadTableOptions = {},
): Promise<Table> {
  const { name, batches } = await openDataFile(path, options);
  let builder: TableBuilder | undefined;
  for await (const batch of batches) {
    const records = builder ? batch : batch.slice(1);
    builder ??= new TableBuilder(
      startTable(batch[0], columns, needed, purpose, name, options.delimiter),
      columns,
      neededCells,
    );
    for (const record of records) builder.add(record);
    if (builder.rows > maxRows) throw tooManyRows(name, maxRows, columns.length);
  }
  if (!builder) throw new TypeError("A data file without records was not refused.");
  return builder.build();
}

function tooManyRows(file: string, maxRows: number, columns: number): HousePriceError {
  return new HousePriceError(
    "DATA_INVALID",
    `${file} has more than ${maxRows} rows, the most that fit into memory with its ${columns} columns: leave out columns, or use fewer rows.`,
  );
}

function startTable(
  first: CsvRecord,
  columns: readonly Column[],
  needed: readonly boolean[],
  purpose: string,
  file: string,
  delimiter?: string,
): Header {
  const header = readHeader(first, columns, file, delimiter);
  refuseMissingColumns(header, columns, needed, purpose);
  return header;
}

class TableBuilder {
  private readonly reader: RowReader;
  private readonly row: Float64Array;
  private readonly values: (number[] | undefined)[];
  private readonly badLines: BadLines;
  private good = 0;

  constructor(
    private readonly header: Header,
    columns: readonly Column[],
    needed: readonly boolean[],
  ) {
    this.reader = new RowReader(header, columns, needed);
    this.badLines = new BadLines(header.file, header.names);
    this.row = new Float64Array(columns.length);
    this.values = header.positions.map((position) => (position === -1 ? undefined : []));
  }

  get rows(): number {
    return this.good;
  }

  add(record: CsvRecord): void {
    const problem = this.reader.read(record, this.row, 0);
    if (problem !== undefined) {
      this.badLines.add(record, problem);
      return;
    }
    this.good++;
    this.values.forEach((values, i) => {
      values?.push(this.row[i]);
    });
  }

  build(): Table {
    const { header, values, good, badLines } = this;
    badLines.refuse();
    if (good === 0) {
      throw new HousePriceError("DATA_INVALID", `${header.file} has a header but no rows.`);
    }
    return { header, values, rows: good };
  }
}
