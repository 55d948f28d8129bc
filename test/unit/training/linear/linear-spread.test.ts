import { fitLinearSpread } from "../../../../training/linear/linear-spread";
import { AREA, ROOMS, STYLE, trainingTable } from "../../../support/training-tables";

const { NaN: MISSING } = Number;

/** So many rows, numbered. */
const rowsOf = <T>(count: number, row: (i: number) => T) => Array.from({ length: count }, (_, i) => row(i));

describe("the spread of a linear model", () => {
  it("is the exponential of a line in the features, without the outermost", () => {
    // Of 11 values the quantiles 0.005 and 0.995 are at ⌊0.05⌋ and ⌊9.95⌋: the first and the tenth.
    const values = rowsOf(11, (i) => (i === 10 ? 1000 : i));
    const table = trainingTable(
      [AREA],
      values.map((x) => [x]),
      values.map(() => 0),
    );
    const residuals = Float64Array.from(values, (x) => Math.exp(1 + Math.min(x, 9) / 2));
    const { spread, atRows } = fitLinearSpread(table, residuals);

    expect(spread.terms).toHaveLength(1);
    expect(spread).toMatchObject({ terms: [{ feature: "Area", min: 0, max: 9 }] });
    expect(spread.terms[0]).not.toHaveProperty("absent");
    expect([spread.intercept, spread.terms[0].coefficient].map((x) => Number(x.toFixed(9)))).toEqual([
      1, 0.5,
    ]);
    for (const [i, scale] of atRows.entries()) expect(scale / residuals[i]).toBeCloseTo(1, 9);
  });

  it("takes no residual below a fiftieth of the deviation of the target", () => {
    // The deviation of -50 and 50 is 50, of which a fiftieth is 1: log 1 = 0.
    const values = rowsOf(10, (i) => i);
    const table = trainingTable(
      [AREA],
      values.map((x) => [x]),
      values.map((i) => (i % 2 === 0 ? 50 : -50)),
    );
    const { spread } = fitLinearSpread(table, new Float64Array(10));

    expect(spread.intercept).toBeCloseTo(0, 12);
    expect(spread.terms[0].coefficient).toBeCloseTo(0, 12);
  });

  it("replaces missing values by the mean of the others", () => {
    const values = [1, 2, 3, 4, 5, 5, MISSING, MISSING];
    const table = trainingTable(
      [AREA],
      values.map((x) => [x]),
      values.map(() => 0),
    );
    // The mean of 1 to 5 and the clipped second 5.
    const average = 20 / 6;
    const residuals = Float64Array.from(values, (x) => Math.exp(Number.isNaN(x) ? average : x));
    const { spread, atRows } = fitLinearSpread(table, residuals);

    expect(spread.terms[0].absent).toBeCloseTo(average, 12);
    expect(spread.terms[0].coefficient).toBeCloseTo(1, 9);
    expect(atRows[7]).toBeCloseTo(Math.exp(average), 6);
  });

  it("is the same everywhere where no feature varies", () => {
    const table = trainingTable(
      [STYLE, AREA],
      rowsOf(4, (i) => [i % 2, 7]),
      [0, 0, 0, 0],
    );
    const { spread, atRows } = fitLinearSpread(table, Float64Array.of(1, Math.E, 1, Math.E));

    expect(spread).toEqual({ intercept: 0.5, terms: [] });
    expect([...atRows].map((x) => Number(x.toFixed(9)))).toEqual(
      Array(4).fill(Number(Math.exp(0.5).toFixed(9))),
    );
  });

  it("drops the weakest features until none depends on others", () => {
    const table = trainingTable(
      [AREA, ROOMS],
      rowsOf(10, (i) => [i, 2 * i]),
      rowsOf(10, () => 0),
    );
    const { spread } = fitLinearSpread(table, Float64Array.from(rowsOf(10, (i) => Math.exp(i))));

    expect(spread.terms.map(({ feature }) => feature)).toEqual(["Area"]);
  });

  it("uses the eight features that follow the residuals most, strongest first", () => {
    const residuals = Float64Array.from(rowsOf(30, (i) => Math.exp(i / 10)));
    // The more rows are shuffled, the less a feature follows the residuals.
    const feature = (i: number, j: number) => (i < 3 * j ? Math.sin(1 + 7 * i + j) * 30 : i + j);
    const order = [5, 0, 8, 2, 7, 1, 6, 3, 4];
    const fields = order.map((j) => ({ name: `F${j}`, type: "number", apiName: `f${j}` }));
    const rows = rowsOf(30, (i) => order.map((j) => feature(i, j)));
    const { spread } = fitLinearSpread(
      trainingTable(
        fields,
        rows,
        rowsOf(30, () => 0),
      ),
      residuals,
    );
    const used = spread.terms.map((term) => term.feature);

    expect(used).toHaveLength(8);
    expect(used[0]).toBe("F0");
    expect(used).not.toContain("F8");
  });
});
