import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ScoredRow } from "../../../../../cli/predict/output-format";
import type { SchemaElement } from "../../../../../cli/predict/parquet/library";
import { ParquetRecord } from "../../../../../cli/predict/parquet/parquet-cells";
import { ParquetFormat, type ParquetFormatOptions } from "../../../../../cli/predict/parquet/parquet-format";
import type { CsvRecord } from "../../../../../model/table/csv-records";
import { CsvRecords } from "../../../../../model/table/csv-records";
import { readHeader } from "../../../../../model/table/header";
import { EVERY_TYPE, tableOf } from "../../../../support/every-type";
import { readParquet } from "../../../../support/parquet-files";
import { temporaryDirectory } from "../../../../support/temporary-directory";

const COLUMNS = "id,Area,Garden,Sold,Style,Rooms";

function optionsOf(changes: Partial<ParquetFormatOptions> = {}): ParquetFormatOptions {
  const table = tableOf(EVERY_TYPE);
  const [record] = [...new CsvRecords().push(`${COLUMNS}\n`)];
  const header = readHeader(record, table.features, "houses.csv");
  return {
    header,
    table,
    amounts: ["price", "priceGbp"],
    hasWarnings: true,
    elements: undefined,
    ...changes,
  };
}

/** In the layout of the table, behind a number that is not its own. */
function rowOf(record: CsvRecord, values: readonly number[], changes: Partial<ScoredRow> = {}): ScoredRow {
  const rows = Float64Array.of(-1, ...values);
  return { record, rows, offset: 1, amounts: [1.5, 150], warnings: undefined, model: "linear@1", ...changes };
}

const record = (...cells: string[]): CsvRecord => ({ line: 2, cells, text: "" });
const KNOWN = [50, 3, NaN, 1, 18_000, 1, 0, NaN];
const MISSING = [NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN];

/** The rows of the file that the format writes, piece by piece. */
async function written(options: ParquetFormatOptions, rows: readonly ScoredRow[]) {
  const format = await ParquetFormat.create(options);
  const pieces = [format.begin()];
  for (const row of rows) {
    format.add(row);
    pieces.push(format.take());
  }
  pieces.push(format.end());
  const path = join(await temporaryDirectory(), "out.parquet");
  await writeFile(path, Buffer.concat(pieces));
  return readParquet(path);
}

describe("an output of Parquet", () => {
  it("has the columns of a CSV file with the types of the table, and the computed ones", async () => {
    const good = rowOf(record("7", "50", "true", "2019-04-14", "terrace", "3"), KNOWN, {
      warnings: "A(x);B",
    });
    const empty = rowOf(record("", "", "", "", "", ""), MISSING);

    expect(await written(optionsOf(), [good, empty])).toEqual([
      {
        id: "7",
        Area: 50,
        Garden: true,
        Sold: new Date("2019-04-14"),
        Style: "terrace",
        Rooms: 3,
        price: 1.5,
        priceGbp: 150,
        warnings: "A(x);B",
        model: "linear@1",
      },
      {
        id: null,
        Area: null,
        Garden: null,
        Sold: null,
        Style: null,
        Rooms: null,
        price: 1.5,
        priceGbp: 150,
        warnings: "",
        model: "linear@1",
      },
    ]);
  });

  it("has no warnings unless they are asked for", async () => {
    const [row] = await written(optionsOf({ hasWarnings: false }), [rowOf(record("7"), KNOWN)]);

    expect(Object.keys(row).slice(-3)).toEqual(["price", "priceGbp", "model"]);
  });

  it("keeps the columns of a Parquet file as they are, but for timestamps of old writers", async () => {
    const types: SchemaElement[] = [
      { name: "x", type: "INT32" },
      { name: "x", type: "INT96" },
      ...["c", "d", "e", "f"].map((name): SchemaElement => ({ name, type: "DOUBLE" })),
    ];
    const values = [7, 1_500_000_000n, 2.5, undefined, 4.5, 5.5];
    const kept = rowOf(new ParquetRecord(1, [], values, ","), KNOWN);
    const [row] = await written(optionsOf({ elements: types }), [kept]);

    expect(row).toMatchObject({
      id: 7,
      Area: new Date(1500),
      Garden: 2.5,
      Sold: null,
      Style: 4.5,
      Rooms: 5.5,
    });
  });

  it("is a whole file without rows", async () => {
    expect(await written(optionsOf(), [])).toEqual([]);
  });

  it("writes a group of rows as soon as it is full", async () => {
    const format = await ParquetFormat.create(optionsOf());
    format.begin();
    const row = rowOf(record("7"), KNOWN);
    for (let i = 0; i < 49_999; i++) format.add(row);
    expect(format.take()).toHaveLength(0);
    format.add(row);

    expect(format.take().length).toBeGreaterThan(100);
    expect(format.take()).toHaveLength(0);
  });
});
