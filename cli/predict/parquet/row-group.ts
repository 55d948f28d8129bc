import * as zlib from "node:zlib";
import type { ColumnMetaData, Compressors, FileMetaData, SchemaElement } from "./library";
import { checkPages } from "./page-check";

type Library = typeof import("./library");
export type RowGroup = FileMetaData["row_groups"][number];

/** Dates and timestamps stay the numbers that the file has. */
export const PARSERS = {
  dateFromDays: (days: number) => days,
  timestampFromMilliseconds: (time: bigint) => time,
  timestampFromMicroseconds: (time: bigint) => time,
  timestampFromNanoseconds: (time: bigint) => time,
};

interface GroupSource {
  readonly byteLength: number;
  slice(start: number, end?: number): Promise<ArrayBuffer>;
}

/** Reads the columns of a row group, in their order in the file. */
export async function readGroup(
  library: Library,
  file: GroupSource,
  metadata: FileMetaData,
  group: RowGroup,
  columns: readonly SchemaElement[],
): Promise<ArrayLike<unknown>[]> {
  const rowEnd = Number(group.num_rows);
  const compressors = compressorsOf(library);
  /** What was checked, by its position in the file: the library need not read it again. */
  const checked = new Map<number, ArrayBuffer>();
  const scan = await library.parquetScan({
    file: {
      byteLength: file.byteLength,
      slice: (start, end = file.byteLength) => {
        const bytes = checked.get(start);
        return bytes?.byteLength === end - start ? bytes : file.slice(start, end);
      },
    },
    metadata: { ...metadata, row_groups: [group], num_rows: group.num_rows },
    compressors,
    parsers: PARSERS,
    geoparquet: false,
    utf8: false,
    useOffsetIndex: false,
  });
  return Promise.all(
    columns.map(async (element) => {
      const { name } = element;
      const chunk = group.columns.find(({ meta_data: meta }) => meta?.path_in_schema[0] === name)?.meta_data;
      if (!chunk) throw new RangeError(`column ${name} is not in each row group`);
      const { start, end } = bytesOf(chunk);
      const bytes = await file.slice(start, end);
      checkPages({
        bytes,
        rows: rowEnd,
        isOptional: element.repetition_type !== "REQUIRED",
        isBoolean: element.type === "BOOLEAN",
        decompress: compressors[chunk.codec],
        readHeader: library.parquetHeader,
      });
      checked.set(start, bytes);
      const values = await scan.readColumn({ column: name, rowStart: 0, rowEnd });
      if (values.length !== rowEnd) throw new RangeError(`column ${name} has ${values.length} rows`);
      return values;
    }),
  );
}

function bytesOf(chunk: ColumnMetaData) {
  const start = Number(chunk.dictionary_page_offset || chunk.data_page_offset);
  return { start, end: start + Number(chunk.total_compressed_size) };
}

/** Node's own, and the library's Snappy. */
function compressorsOf({ snappyUncompress }: Library): Compressors {
  return {
    SNAPPY: (input, length) => {
      const output = new Uint8Array(length);
      snappyUncompress(input, output);
      return output;
    },
    GZIP: (input, length) => zlib.gunzipSync(input, { maxOutputLength: length }),
    BROTLI: (input, length) => zlib.brotliDecompressSync(input, { maxOutputLength: length }),
    ZSTD: (input, length) => {
      const decompress: unknown = Reflect.get(zlib, "zstdDecompressSync");
      if (typeof decompress !== "function") throw new Error("Zstandard needs Node.js 22.15 or later");
      const output: Uint8Array = decompress(input, { maxOutputLength: length });
      return output;
    },
  };
}
