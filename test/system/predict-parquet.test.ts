import { readdir, readFile, truncate, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { type PredictionJob, predictFile } from "../../cli/predict/predict-file";
import type { Model } from "../../model/model";
import { ModelCatalogue } from "../../model/registry/catalogue";
import { modelOfAwkwardHouses } from "../support/awkward-houses";
import { awkwardRows } from "../support/awkward-rows";
import { writeCsv } from "../support/housing-csv";
import { type ParquetColumn, parquetColumn, readParquet, writeParquet } from "../support/parquet-files";
import { refusalOf } from "../support/refusal";
import type { SqlValue } from "../support/sql-values";

let model: Model;

// The command reports rejected rows there.
beforeAll(() => {
  jest.spyOn(process.stderr, "write").mockReturnValue(true);
});

afterAll(() => jest.restoreAllMocks());

beforeAll(async () => {
  model = await modelOfAwkwardHouses("linear");
});

function columnsOf({ table, file }: Model) {
  return file.features.map(({ name }) => table.features[table.indexOf(name)]);
}

function toParquet(rows: readonly (readonly SqlValue[])[]): ParquetColumn[] {
  return columnsOf(model).map((column, j) =>
    parquetColumn(
      column,
      rows.map((row) => row[j]),
    ),
  );
}

function toCsv(rows: readonly (readonly SqlValue[])[]): Promise<string> {
  const cells = rows.map((row) => row.map((value) => (value === null ? "" : String(value))));
  const text = stringify([columnsOf(model).map(({ name }) => name), ...cells]).trimEnd();
  return writeCsv([text]);
}

/** Predicts a file the way the command does it. */
async function predict(input: string, out: string, changes: Partial<PredictionJob> = {}) {
  const output = join(dirname(input), out);
  const rejects = join(dirname(input), "rejects.csv");
  const job = { input, output, rejects, selection: undefined, coverage: 0.9, warnings: true, ...changes };
  const summary = await predictFile(job, new ModelCatalogue([model]), new AbortController().signal);
  return { summary, output };
}

const ADDED = ["predictedHousePrice", "lower", "upper", "warnings", "model"];

/** What the output adds to each row, as texts. */
async function additions(path: string): Promise<string[][]> {
  const rows: Record<string, unknown>[] = path.endsWith(".csv")
    ? parse(await readFile(path, "utf8"), { columns: true })
    : await readParquet(path);
  return rows.map((row) => ADDED.map((name) => String(row[name])));
}

const GOOD: readonly SqlValue[] = [100, 3, "Straße", "place '1' \\", "2019-05-03", true];

describe("a Parquet file", () => {
  it("has the predictions, rejections and warnings that a CSV file with the same rows has, whatever they are", async () => {
    await fc.assert(
      fc.asyncProperty(awkwardRows(model), async (rows) => {
        const [csv, parquet] = [await toCsv(rows), await writeParquet(toParquet(rows))];
        const expected = await predict(csv, "out.csv");
        const rejects = async (input: string) => {
          const lines: string[][] = parse(await readFile(join(dirname(input), "rejects.csv"), "utf8"));
          return lines.slice(1).map(([, ...cells]) => cells);
        };
        for (const [input, out] of [
          [csv, "out.parquet"],
          [parquet, "out.csv"],
          [parquet, "out2.parquet"],
        ]) {
          const { summary, output } = await predict(input, out);
          expect(summary).toEqual(expected.summary);
          expect(await additions(output)).toEqual(await additions(expected.output));
          expect(await rejects(input)).toEqual(await rejects(csv));
        }
      }),
      { numRuns: 6 },
    );
  });

  it("keeps its columns and their types in an output that is one", async () => {
    const rows = [GOOD, GOOD];
    const others: ParquetColumn[] = [
      { element: { name: "id", type: "INT64" }, values: [2n ** 60n, null] },
      { element: { name: "code", type: "INT32" }, values: [7, -7] },
      {
        element: { name: "seen", type: "INT64", converted_type: "TIMESTAMP_MICROS" },
        values: [new Date(1e12), null],
      },
      { element: { name: "bytes", type: "BYTE_ARRAY" }, values: [Uint8Array.of(1, 2), null] },
    ];
    const input = await writeParquet([...others, ...toParquet(rows)]);
    const { output } = await predict(input, "out.parquet");
    const before = await readParquet(input);
    const after = await readParquet(output);
    expect(after).toMatchObject(before);
    expect(Object.keys(after[0])).toEqual([...Object.keys(before[0]), ...ADDED]);
  });

  it("gives the features of a CSV file the types of the table, and other columns text", async () => {
    const names = columnsOf(model).map(({ name }) => name);
    const text = stringify([
      [...names, "note"],
      [100, "", "Straße", "place '1' \\", "2019-05-03", "true", "7"],
    ]);
    const { output } = await predict(await writeCsv([text.trimEnd()]), "out.parquet");
    const [row] = await readParquet(output);
    expect([...names, "note"].map((name) => row[name])).toEqual([
      100,
      null,
      "Straße",
      "place '1' \\",
      new Date("2019-05-03T00:00:00Z"),
      true,
      "7",
    ]);
  });

  it("may have many row groups, or no rows", async () => {
    const many = await writeParquet(toParquet(Array.from({ length: 3000 }, () => GOOD)), {
      rowGroupSize: 700,
    });
    const { summary, output } = await predict(many, "out.parquet");
    expect(summary.predicted).toBe(3000);
    expect(await readParquet(output)).toHaveLength(3000);
    const none = await predict(await writeParquet(toParquet([])), "out.parquet");
    expect(none.summary.rows).toBe(0);
    expect(await readParquet(none.output)).toEqual([]);
  });
});

describe("a Parquet file that cannot be predicted", () => {
  async function refusal(input: string) {
    const { code, message } = await refusalOf(() => predict(input, "out.parquet"));
    expect(await readdir(dirname(input))).toEqual(["houses.parquet"]);
    return [code, message];
  }

  it("is refused where it is broken", async () => {
    const input = await writeParquet(toParquet([GOOD]));
    const { length } = await readFile(input);
    await truncate(input, length - 20);
    expect(await refusal(input)).toEqual([
      "DATA_INVALID",
      expect.stringContaining("not a whole Parquet file"),
    ]);
    await writeFile(input, "id,price\n1,2\n");
    expect(await refusal(input)).toEqual([
      "DATA_INVALID",
      expect.stringContaining("not a whole Parquet file"),
    ]);
    await writeFile(input, "");
    expect((await refusal(input))[0]).toBe("DATA_INVALID");
  });

  it("is refused where it lacks a column", async () => {
    const input = await writeParquet(toParquet([GOOD]).slice(1));
    expect(await refusal(input)).toEqual(["COLUMNS_MISSING", expect.stringContaining('living "area" (m²)')]);
  });

  it("is refused where a column is nested", async () => {
    const list: ParquetColumn = {
      element: { name: "rooms", converted_type: "LIST", num_children: 1 },
      parts: [
        { name: "list", repetition_type: "REPEATED", num_children: 1 },
        { name: "element", type: "DOUBLE", repetition_type: "OPTIONAL" },
      ],
      values: [[1, 2]],
    };
    const input = await writeParquet([...toParquet([GOOD]), list]);
    expect(await refusal(input)).toEqual(["DATA_INVALID", expect.stringContaining("nested column rooms")]);
  });

  it("is refused where it is not there", async () => {
    const { code } = await refusalOf(() => predict("/nowhere/houses.parquet", "out.csv"));
    expect(code).toBe("DATA_UNREADABLE");
  });
});
