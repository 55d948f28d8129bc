import { SILENT } from "../../../../training/progress";
import { fitSmooth } from "../../../../training/smooth/fit-smooth";
import { learnBasis } from "../../../../training/smooth/learn-basis";
import { RULES } from "../../../../training/smooth/rules";
import { chooseStructure } from "../../../../training/smooth/structure";
import type { TrainingTable } from "../../../../training/training-table";
import { tableOf } from "../../../support/every-type";
import { randomNumbers } from "../../../support/smooth-houses";

/** Rows of a table whose values a function of row, column and chance gives. */
function housesOf(
  fields: readonly object[],
  count: number,
  cellOf: (row: number, column: number, random: () => number) => number,
): TrainingTable {
  const table = tableOf(fields);
  const random = randomNumbers(11);
  const { width } = table;
  const rows = Float64Array.from({ length: count * width }, (_, i) =>
    cellOf(Math.floor(i / width), i % width, random),
  );
  const target = Float64Array.from({ length: count }, (_, i) => 100 + rows[i * width] + random());
  const features = Int32Array.from({ length: width }, (_, position) => position);
  return { table, features, rows, target, numbers: Int32Array.from(target.keys()) };
}

const category = (name: string, count: number) => ({
  name,
  type: "string",
  apiName: name,
  constraints: { enum: Array.from({ length: count }, (_, i) => `${name} ${i}`) },
});
const number = (name: string) => ({ name, type: "number", apiName: name });

const fit = async (houses: TrainingTable) =>
  (await fitSmooth(houses, 1, SILENT, { isSpatial: false })).estimator;

describe("smooth functions of an odd table", () => {
  it("are those of its categories, where it has nothing else", async () => {
    const houses = housesOf([category("style", 3)], 60, (_row, _column, random) => Math.floor(3 * random()));
    expect((await fit(houses)).basis.blocks.map(({ kind }) => kind)).toEqual(["category"]);
  });

  it("leave out a feature that never varies", async () => {
    const houses = housesOf([number("area"), number("same")], 60, (row, column) => (column === 0 ? row : 7));
    expect((await fit(houses)).basis.curves.map(({ feature }) => feature)).toEqual(["area"]);
  });

  it("are of the feature itself, where its logarithm was chosen on rows above 0 and other rows are 0", () => {
    const houses = housesOf([number("area")], 60, (row) => Math.exp(row / 10));
    const structure = chooseStructure(houses, false);
    expect(structure.curves[0].transform).toEqual({ kind: "log", shift: 0 });
    const rows = houses.rows.with(0, 0);
    const [curve] = learnBasis({ ...houses, rows }, structure).curves;
    expect([curve.mean, curve.scale].every(Number.isFinite)).toBe(true);
  });

  it("are refused where no feature varies", async () => {
    const houses = housesOf([number("same")], 60, () => 7);
    await expect(fit(houses)).rejects.toMatchObject({ code: "DATA_INVALID" });
  });

  it("are of the commonest categories, where there are very many", () => {
    const fields = [number("area"), ...Array.from({ length: 40 }, (_, i) => category(`c${i}`, 60))];
    const houses = housesOf(fields, 3000, (row, column, random) =>
      column === 0 ? row : Math.floor(60 * random() ** 2),
    );
    const { blocks } = learnBasis(houses, chooseStructure(houses, false));
    const columnsOf = (kind: string) =>
      blocks.reduce(
        (sum, block) => sum + (block.kind === kind && "categories" in block ? block.categories.length : 0),
        0,
      );
    expect(columnsOf("category")).toBeLessThanOrEqual(RULES.category.columns);
    expect(columnsOf("category")).toBeGreaterThan(RULES.category.columns / 2);
    expect(columnsOf("category-product")).toBeLessThanOrEqual(RULES.categoryProduct.columns);
  });
});
