import { readFile, writeFile } from "node:fs/promises";
import { openParquetFile } from "../../../../../cli/predict/parquet/open-parquet-file";
import { type ParquetColumn, writeParquet } from "../../../../support/parquet-files";
import { refusalOf } from "../../../../support/refusal";

const COLUMNS: readonly ParquetColumn[] = [
  { element: { name: "area", type: "DOUBLE" }, values: [100, 100, null] },
  {
    element: { name: "street", type: "BYTE_ARRAY", converted_type: "UTF8" },
    values: ["Straße", "Straße", "a"],
  },
  { element: { name: "sold", type: "INT32", converted_type: "DATE" }, values: [18_000, null, 18_001] },
  {
    element: { name: "seen", type: "INT64", converted_type: "TIMESTAMP_MICROS" },
    values: [10n ** 15n, null, -1n],
  },
  { element: { name: "garage", type: "BOOLEAN" }, values: [true, false, null] },
];

/** The cells of all its rows, the header's among them. */
async function cellsOf(path: string): Promise<string[][]> {
  const rows: string[][] = [];
  const file = await openParquetFile(path, {});
  for await (const batch of file.batches) rows.push(...batch.map(({ cells }) => [...cells]));
  return rows;
}

describe("a Parquet file", () => {
  it("has the cells that a CSV file would have", async () => {
    expect(await cellsOf(await writeParquet(COLUMNS))).toEqual([
      ["area", "street", "sold", "seen", "garage"],
      ["100", "Straße", "2019-04-14", "2001-09-09T01:46:40.000Z", "true"],
      ["100", "Straße", "", "", "false"],
      ["", "a", "2019-04-15", "1970-01-01T00:00:00.000Z", ""],
    ]);
  });

  it("has no date in a cell whose time JavaScript does not know", async () => {
    const [, , sold, seen] = COLUMNS;
    const path = await writeParquet([
      { ...sold, values: [2 ** 31 - 1] },
      { ...seen, values: [2n ** 62n] },
    ]);
    expect((await cellsOf(path))[1]).toEqual(["Invalid Date", "+148108-07-06T14:00:27.387Z"]);
  });

  it.each(["UNCOMPRESSED", "SNAPPY"] as const)(
    "is read or refused, but nothing else, whichever byte of it is wrong (%s)",
    async (codec) => {
      const path = await writeParquet(COLUMNS, { codec });
      const whole = await readFile(path);
      const outcomes = new Set<string>();
      for (let at = 0; at < whole.length; at++) {
        const broken = Uint8Array.from(whole);
        broken[at] ^= 0x84;
        await writeFile(path, broken);
        const outcome = await cellsOf(path).then(
          () => "read",
          (error: { code?: string }) => String(error.code),
        );
        outcomes.add(outcome);
      }
      expect([...outcomes].sort()).toEqual(["DATA_INVALID", "read"]);
    },
  );

  it("is refused where a value is repeated more often than there are rows", async () => {
    const path = await writeParquet(COLUMNS, { codec: "UNCOMPRESSED" });
    const bytes = await readFile(path);
    // The definition levels of the first column: one group of packed bits, 1, 1 and 0.
    const at = bytes.indexOf(Buffer.from([(1 << 1) | 1, 0b011]));
    expect(at).toBeGreaterThan(0);
    bytes.set([0xfe, 0x7f], at);
    await writeFile(path, bytes);
    const { code, message } = await refusalOf(() => cellsOf(path));
    expect(code).toBe("DATA_INVALID");
    expect(message).toContain("not a whole Parquet file: it repeats a value 8191 times in a page of 3");
  });
});
