import { writeFile } from "node:fs/promises";
import { loadDataset, selectRows } from "../../../training/data";
import { trainTestSplit } from "../../../training/split";
import { splitIntoTables, toTable } from "../../../training/tables";
import { writeTable } from "../../support/describing";
import { tableOf } from "../../support/every-type";
import { refusalOf } from "../../support/refusal";
import { AREA, ROOMS } from "../../support/training-tables";

const { schema, features } = tableOf([AREA, ROOMS]);
const NAMES = features.map(({ name }) => name);

/** A file of twenty houses; the price of each is a hundred times its number. */
const load = async (price: (row: number) => number = (row) => 100 * row) => {
  const rows = Array.from({ length: 20 }, (_, i) => [price(i), i % 4 === 3 ? "" : i / 2]);
  const path = await writeTable("");
  await writeFile(path, ["price,Area", ...rows.map((row) => row.join(","))].join("\n"));
  return loadDataset(path, schema, ["Area"]);
};

describe("the table of a data set", () => {
  it("has the rows in the layout of its schema: what is missing, or not in the file, is not a number", async () => {
    const { frame, table } = await load();
    const found = toTable(selectRows(frame, Int32Array.of(4, 3)), table, Int32Array.of(0));

    expect(found.table).toBe(table);
    expect([...found.rows]).toEqual([2, Number.NaN, Number.NaN, Number.NaN]);
    expect([[...found.target], [...found.numbers], [...found.features]]).toEqual([[400, 300], [4, 3], [0]]);
    expect(NAMES).toEqual(["Area", "Rooms"]);
  });
});

describe("a data set that is split", () => {
  it("has the rows of training and test, and all of them in the order of the file", async () => {
    const data = await load();
    const { all, training, test } = splitIntoTables(data, Int32Array.of(0), { testSize: 0.25, seed: 7 });
    const split = trainTestSplit(20, 0.25, 7);

    expect([training.numbers, test.numbers]).toEqual([split.train, split.test]);
    expect([...test.target]).toEqual([...split.test].map((row) => 100 * row));
    expect([...all.target]).toEqual(Array.from({ length: 20 }, (_, i) => 100 * i));
    expect([...all.numbers]).toEqual(Array.from({ length: 20 }, (_, i) => i));
    expect([...all.rows]).toEqual(
      Array.from({ length: 20 }, (_, i) => [i % 4 === 3 ? Number.NaN : i / 2, Number.NaN]).flat(),
    );
  });

  it("is refused where few rows are left", async () => {
    const data = await load();

    expect(
      (await refusalOf(() => splitIntoTables(data, Int32Array.of(0), { testSize: 0.9, seed: 7 }))).message,
    ).toContain("The split leaves 2 rows for training and 18 for testing");
  });

  it("is refused where the target is the same in all rows to learn from", async () => {
    const [held] = trainTestSplit(20, 0.25, 7).test;
    const data = await load((row) => (row === held ? 8 : 5));
    const { code, message } = await refusalOf(() =>
      splitIntoTables(data, Int32Array.of(0), { testSize: 0.25, seed: 7 }),
    );

    expect([code, message]).toEqual([
      "DATA_INVALID",
      "price is 5 in every training row: use data in which it varies.",
    ]);
  });
});
