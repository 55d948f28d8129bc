import { readFile } from "node:fs/promises";
import * as library from "../../../../../cli/predict/parquet/library";
import { PARSERS, readGroup } from "../../../../../cli/predict/parquet/row-group";
import { writeParquet } from "../../../../support/parquet-files";

type Metadata = Awaited<ReturnType<typeof library.parquetMetadataAsync>>;

interface Opened {
  readonly file: { readonly byteLength: number; slice(start: number, end?: number): Promise<ArrayBuffer> };
  readonly metadata: Metadata;
  /** Where the file was read. */
  readonly reads: [start: number, end: number][];
}

async function open(codec: "SNAPPY" | "UNCOMPRESSED"): Promise<Opened> {
  const path = await writeParquet(
    [
      { element: { name: "area", type: "DOUBLE" }, values: [1.5, null, 3, 4, 5] },
      {
        element: { name: "street", type: "BYTE_ARRAY", converted_type: "UTF8" },
        values: ["a", "a", "b", "a", null],
      },
      { element: { name: "sold", type: "INT32", converted_type: "DATE" }, values: [1, 2, 3, 4, 5] },
      { element: { name: "pool", type: "BOOLEAN" }, values: [true, false, null, true, true] },
    ],
    { codec, rowGroupSize: 3 },
  );
  const bytes = Uint8Array.from(await readFile(path));
  const reads: [number, number][] = [];
  const file = {
    byteLength: bytes.length,
    slice: async (start: number, end = bytes.length) => {
      reads.push([start, end]);
      return bytes.slice(start, end).buffer;
    },
  };
  const metadata = await library.parquetMetadataAsync(file, { parsers: PARSERS, geoparquet: false });
  reads.length = 0;
  return { file, metadata, reads };
}

const columnsOf = ({ schema }: Metadata) => schema.slice(1);

const textsOf = (values: ArrayLike<unknown>) =>
  Array.from(values, (value) => (value instanceof Uint8Array ? Buffer.from(value).toString() : value));

describe.each(["SNAPPY", "UNCOMPRESSED"] as const)("a row group (%s)", (codec) => {
  it("has the values of its rows, by column, with dates as the numbers of the file", async () => {
    const { file, metadata } = await open(codec);
    const groups = await Promise.all(
      metadata.row_groups.map((group) => readGroup(library, file, metadata, group, columnsOf(metadata))),
    );

    expect(groups.map((columns) => columns.map(textsOf))).toEqual([
      [
        [1.5, null, 3],
        ["a", "a", "b"],
        [1, 2, 3],
        [true, false, null],
      ],
      [
        [4, 5],
        ["a", null],
        [4, 5],
        [true, true],
      ],
    ]);
  });

  it("is read once, column by column", async () => {
    const { file, metadata, reads } = await open(codec);
    await readGroup(library, file, metadata, metadata.row_groups[0], columnsOf(metadata));

    expect(reads).toHaveLength(4);
    expect(new Set(reads.map(String)).size).toBe(4);
  });
});

describe("a row group that is broken", () => {
  it("is refused if it lacks a column", async () => {
    const { file, metadata } = await open("SNAPPY");
    const columns = [{ name: "rooms", type: "DOUBLE" as const }];

    await expect(readGroup(library, file, metadata, metadata.row_groups[0], columns)).rejects.toThrow(
      new RangeError("column rooms is not in each row group"),
    );
  });

  it("is refused if its columns have fewer values than it has rows", async () => {
    const { file, metadata } = await open("SNAPPY");
    const group = { ...metadata.row_groups[0], num_rows: 4n };

    await expect(readGroup(library, file, metadata, group, columnsOf(metadata))).rejects.toThrow(
      new RangeError("a column has 3 values in 4 rows"),
    );
  });
});
