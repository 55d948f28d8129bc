import { readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { kindOf } from "../../model/estimators/kind-of";
import { readModel } from "../../model/file/read-model";
import { Table } from "../../model/table/table";
import { type TrainedModel, train } from "../../training/train";
import { writeTable } from "../support/describing";
import { refusalOf } from "../support/refusal";
import { temporaryDirectory } from "../support/temporary-directory";
import { everythingIn } from "../support/training";

/** Trains on a table whose target is its column `price`. */
async function trainOn(
  data: string,
  options: Partial<Parameters<typeof train>[0]> = {},
): Promise<TrainedModel> {
  return train({
    model: "linear",
    seed: 42,
    testSize: 0.2,
    data,
    out: await temporaryDirectory(),
    trainedAt: new Date("2026-01-01T00:00:00Z"),
    table: { target: "price" },
    ...options,
  });
}

const csv = (header: readonly string[], rows: readonly (readonly unknown[])[]) =>
  `${[header, ...rows].map((row) => row.join(",")).join("\n")}\n`;

/** 120 houses: the price is 1,000 a square metre, and 50,000 more with a garden; some areas are not known. */
const houses = csv(
  ["area", "garden", "sold", "price"],
  Array.from({ length: 120 }, (_, i) => {
    const area = 50 + ((i * 37) % 101);
    const garden = ["none", "small", "large"][i % 3];
    const shown = i % 10 === 9 ? "" : area;
    return [shown, garden, `2024-0${1 + (i % 9)}-15`, 1000 * area + (garden === "none" ? 0 : 50_000)];
  }),
);

describe("when the directory has models already", () => {
  it("of the same table, then a version is added", async () => {
    const out = await temporaryDirectory();
    const data = await writeTable(houses);
    await trainOn(data, { out });
    expect((await trainOn(data, { out })).saved.version).toBe(2);
  });

  it("of another table, then nothing is trained, and the first difference is told", async () => {
    const out = await temporaryDirectory();
    await trainOn(await writeTable(houses), { out });
    const other = await writeTable(houses.replaceAll("garden", "yard"));
    const { code, message } = await refusalOf(() => trainOn(other, { out }));
    expect(code).toBe("MODEL_OF_ANOTHER_TABLE");
    expect(message).toMatch(/has models of another table, such as linear@1: .*yard/);
    expect(message).toContain("--out");
    expect(await readdir(join(out, "linear"))).toEqual(["1"]);
  });

  it("and the newest of them is broken, then the one before tells the table", async () => {
    const out = await temporaryDirectory();
    const data = await writeTable(houses);
    await trainOn(data, { out });
    await writeFile((await trainOn(data, { out })).saved.path, "{}");
    const other = await writeTable(houses.replaceAll("garden", "yard"));
    const { message } = await refusalOf(() => trainOn(other, { out }));
    expect(message).toContain("such as linear@1");
  });
});

describe("when a table without a schema is trained", () => {
  it("has a report by smooth in which each row has a name of its own", async () => {
    const { content } = await trainOn(await writeTable(houses), { model: "smooth" });
    const { estimator, features, table } = content;
    const { weights } = kindOf(estimator).describe(estimator, features, new Table(table));
    const names = weights.rows.map(([name]) => name);
    expect(names).toEqual(expect.arrayContaining(["area", "area is missing"]));
    expect(new Set(names).size).toBe(names.length);
  });

  it("learns from numbers, categories, dates and what is missing", async () => {
    const { content, saved, assumed } = await trainOn(await writeTable(houses), { note: "a first trial" });
    expect(assumed?.rows).toBe(120);
    const { file } = await readModel(saved.path);
    expect(file).toMatchObject(content);
    expect(file.note).toBe("a first trial");
    expect(file.table.fields.map(({ name, type }) => [name, type])).toEqual([
      ["area", "integer"],
      ["garden", "string"],
      ["sold", "date"],
      ["price", "integer"],
    ]);
    expect(file.estimator).toMatchObject({
      terms: [
        { feature: "area" },
        { feature: "area", missing: true },
        { feature: "garden", category: "none" },
        { feature: "garden", category: "small" },
        { feature: "sold" },
      ],
    });
    expect(file.metrics.train.r2).toBeGreaterThan(0.8);
  });

  it("answers for a missing number, and for a category that it does not know", async () => {
    const { saved } = await trainOn(await writeTable(houses));
    const model = await readModel(saved.path);
    const date = 19_800;
    expect(model.predictValues([100, "large", date])).toBeGreaterThan(
      model.predictValues([100, "none", date]),
    );
    expect(model.predictValues([null, "none", date])).toBeGreaterThan(0);
    // Every category but the first has a term, so an unknown one is as the first: large.
    expect(model.predictValues([100, "huge", date])).toBe(model.predictValues([100, "large", date]));
  });

  it("has contributions that add up", async () => {
    const { saved } = await trainOn(await writeTable(houses));
    const model = await readModel(saved.path);
    const row = Float64Array.of(Number.NaN, 2, 19_800);
    const sum = model
      .contributions(row)
      .reduce((total, { contribution }) => total + contribution, model.baseline);
    expect(sum).toBeCloseTo(model.predict(row), 6);
  });

  it("has a card with a request for every feature, and no map", async () => {
    const { saved } = await trainOn(await writeTable(houses));
    const card = await readFile(join(dirname(saved.path), "card.md"), "utf8");
    expect(card).toMatch(/area: \d+\n\s+garden: (NONE|SMALL|LARGE)\n\s+sold: "2024-0\d-15"/);
    expect(card).toMatch(/^\| `garden` \| garden: `\w+` [\d.]+\u00a0%.* \| +\| +\| +\|/m);
    expect(card).toContain("--target price");
    expect(await readdir(dirname(saved.path))).not.toContain("residual-map.svg");
  });

  it("leaves no schema behind", async () => {
    const data = await writeTable(houses);
    await trainOn(data);
    expect(await readdir(dirname(data))).toEqual(["houses.csv"]);
  });
});

describe("a table with odd contents", () => {
  const target = (i: number) => 1000 + ((i * 37) % 101);

  it("trains with categories such as true, null, __proto__, 1st and nothing", async () => {
    const kinds = ["true", "null", "__proto__", "1st", "", "x".repeat(190)];
    const rows = Array.from({ length: 240 }, (_, i) => [kinds[i % 6], i % 7, target(i)]);
    const { content } = await trainOn(await writeTable(csv(["kind", "floor", "price"], rows)));
    const [kind] = content.features;
    // NA and the like, and an empty cell, are one category.
    expect("counts" in kind && kind.counts.filter((count) => count > 0)).toHaveLength(5);
  });

  it("trains with more columns than rows", async () => {
    const names = Array.from({ length: 60 }, (_, j) => `c${j}`);
    const rows = Array.from({ length: 50 }, (_, i) => [
      ...names.map((_, j) => Math.sin(i * (j + 1)).toFixed(4)),
      target(i),
    ]);
    const { content } = await trainOn(await writeTable(csv([...names, "price"], rows)));
    expect(content.estimator).toMatchObject({ kind: "linear" });
    expect(content.metrics.train.r2).toBeCloseTo(1, 6);
  });

  it.each([
    ["too many columns", 701, "linear model may have at most 2500"],
    ["a constant target", 0, "in all"],
  ])("is refused by one sentence where it has %s", async (_what, categories, says) => {
    const names = Array.from({ length: 8 }, (_, j) => `k${j}`);
    const rows = Array.from({ length: 4200 }, (_, i) => [
      ...names.map((_, j) => `v${(i * (2 * j + 3)) % (categories || 5)}`),
      categories === 0 ? 7 : target(i),
    ]);
    const out = await temporaryDirectory();
    const data = await writeTable(csv([...names, "price"], rows));
    const { code, message } = await refusalOf(() => trainOn(data, { out }));
    expect(code).toBe("DATA_INVALID");
    expect(message).toContain(says);
    expect(message).not.toContain("\n");
    expect(await everythingIn(out)).toEqual([]);
  });
});

describe("a table with a schema", () => {
  const schema = {
    defaultFeatures: ["area"],
    caveats: ["No house in it was ever sold."],
    fields: [
      { name: "area", type: "number" },
      { name: "garden", type: "string", apiName: "plot" },
      { name: "sold", type: "date", role: "ignored" },
      { name: "price", type: "number", role: "target", currency: "EUR" },
    ],
  };

  async function withSchema(): Promise<string> {
    const data = await writeTable(houses);
    await writeFile(data.replace(/csv$/, "schema.json"), JSON.stringify(schema));
    return data;
  }

  it("is learned from as it says; categories that it does not list are those of the rows", async () => {
    const data = await withSchema();
    const { content, saved, assumed } = await trainOn(data, { table: {} });
    expect(assumed).toBeUndefined();
    expect(content.features.map(({ name }) => name)).toEqual(["area"]);
    expect(content.table.fields[1].constraints?.enum).toEqual(["large", "none", "small"]);
    expect(content.table.fields).toHaveLength(3);
    const card = await readFile(join(dirname(saved.path), "card.md"), "utf8");
    expect(card).toContain("- No house in it was ever sold.");
    expect(card).toContain("Errors are in euros.");
    const { content: other } = await trainOn(data, { table: {}, features: ["plot", "area"] });
    expect(other.features.map(({ name }) => name)).toEqual(["garden", "area"]);
  });

  it.each([
    [{ target: "area" }, "the target of"],
    [{ dayFirst: true }, "says how to read the table"],
  ])("is not told otherwise by %j", async (table, says) => {
    const data = await withSchema();
    const { code, message } = await refusalOf(() => trainOn(data, { table }));
    expect(code).toBe("OPTION_INVALID");
    expect(message).toContain(says);
  });
});

it("asks for the target of a table that has no schema", async () => {
  const data = await writeTable(houses);
  const { code, message } = await refusalOf(() => trainOn(data, { table: {} }));
  expect(code).toBe("OPTION_INVALID");
  expect(message).toContain("--target");
});
