import { type FileHandle, open } from "node:fs/promises";
import { HousePriceError } from "../../../model/errors";
import { systemErrorCode } from "../../../model/file/system-error";
import { printable } from "../../../model/file/text";
import type { CsvRecord } from "../../../model/table/csv-records";
import type { DataFile } from "../../../model/table/data-file";
import { MAX_GROUP_BYTES, MAX_GROUP_ROWS } from "./group-limits";
import type { FileMetaData, SchemaElement } from "./library";
import { cellWriter, ParquetRecord } from "./parquet-cells";
import { PARSERS, type RowGroup, readGroup } from "./row-group";

/** A Parquet file that is being read. */
export interface ParquetFile extends DataFile {
  readonly columns: readonly SchemaElement[];
}

/** Rows that are predicted at a time. */
const PIECE_ROWS = 2_500;

/**
 * Opens a Parquet file. Its rows come row group by row group, as records that a CSV file could have.
 *
 * @param delimiter - of the CSV file, if the output is one
 * @throws HousePriceError DATA_UNREADABLE; DATA_INVALID where it is no Parquet file or has a nested column
 */
export async function openParquetFile(
  path: string,
  { signal, delimiter = "," }: { readonly signal?: AbortSignal; readonly delimiter?: string },
): Promise<ParquetFile> {
  const library = await import("./library");
  const handle = await open(path).catch((cause: unknown) => {
    throw unreadable(path, cause);
  });
  try {
    const { size } = await handle.stat();
    let bytesRead = 0;
    const file = {
      byteLength: size,
      slice: async (start: number, end = size) => {
        signal?.throwIfAborted();
        const bytes = await readBytes(handle, start, end, size);
        bytesRead += bytes.byteLength;
        return bytes;
      },
    };
    const metadata = await attempt(path, signal, () =>
      library.parquetMetadataAsync(file, { parsers: PARSERS, geoparquet: false }),
    );
    const columns = plainColumns(path, metadata);
    return {
      name: path,
      bytes: size,
      columns,
      batches: readBatches(),
      bytesRead: () => Math.min(bytesRead, size),
    };

    async function* readBatches(): AsyncGenerator<CsvRecord[], undefined> {
      try {
        const names = columns.map(({ name }) => name);
        yield [new ParquetRecord(0, names, names, delimiter)];
        const writers = columns.map(cellWriter);
        let row = 0;
        for (const group of metadata.row_groups) {
          const count = rowsOf(path, group);
          const data = await attempt(path, signal, () => readGroup(library, file, metadata, group, columns));
          for (let first = 0; first < count; first += PIECE_ROWS) {
            const piece: CsvRecord[] = [];
            for (let i = first; i < Math.min(count, first + PIECE_ROWS); i++) {
              const values = data.map((column) => column[i]);
              const cells = values.map((value, j) => writers[j](value));
              piece.push(new ParquetRecord(++row, cells, values, delimiter));
            }
            yield piece;
          }
        }
      } finally {
        await handle.close();
      }
    }
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** The columns, of which none may have parts. */
function plainColumns(path: string, { schema, row_groups: groups }: FileMetaData): readonly SchemaElement[] {
  const [, ...columns] = schema;
  const nested = columns.find(
    ({ num_children: children, repetition_type: repetition }) =>
      (children ?? 0) > 0 || repetition === "REPEATED",
  );
  if (nested) {
    throw new HousePriceError(
      "DATA_INVALID",
      `${path} has a nested column ${printable(nested.name, 40)}: write its parts as columns of their own, or leave it out.`,
    );
  }
  for (const group of groups) rowsOf(path, group);
  return columns;
}

function rowsOf(path: string, group: RowGroup): number {
  if (group.num_rows <= MAX_GROUP_ROWS && group.total_byte_size <= MAX_GROUP_BYTES)
    return Number(group.num_rows);
  throw new HousePriceError(
    "DATA_INVALID",
    `${path} has a row group of ${group.num_rows} rows and ${group.total_byte_size} bytes: the maximum is ${MAX_GROUP_ROWS} rows and ${MAX_GROUP_BYTES} bytes. Write smaller row groups.`,
  );
}

async function readBytes(handle: FileHandle, start: number, end: number, size: number): Promise<ArrayBuffer> {
  if (start < 0 || end > size || start > end) throw new RangeError("it points beyond its end");
  const bytes = new Uint8Array(end - start);
  for (let at = 0; at < bytes.length; ) {
    const { bytesRead } = await handle.read(bytes, at, bytes.length - at, start + at);
    if (bytesRead === 0) throw new RangeError("it became shorter");
    at += bytesRead;
  }
  return bytes.buffer;
}

/** Gives what the file system and the library refuse the form of our own errors. */
async function attempt<Result>(
  path: string,
  signal: AbortSignal | undefined,
  act: () => Promise<Result>,
): Promise<Result> {
  try {
    return await act();
  } catch (cause) {
    if (signal?.aborted) throw cause;
    if (cause instanceof Error && "syscall" in cause) throw unreadable(path, cause);
    const reason = printable(cause instanceof Error ? cause.message : String(cause), 120);
    throw new HousePriceError("DATA_INVALID", `${path} is not a whole Parquet file: ${reason}.`, { cause });
  }
}

function unreadable(path: string, cause: unknown): HousePriceError {
  const reason = systemErrorCode(cause);
  return new HousePriceError(
    "DATA_UNREADABLE",
    `${path} cannot be read (${reason}): pass the path of a Parquet file.`,
    { cause },
  );
}
