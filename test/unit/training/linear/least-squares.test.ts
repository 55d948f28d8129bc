import { DesignColumns } from "../../../../training/linear/design-columns";
import { solveLeastSquares } from "../../../../training/linear/least-squares";
import { NormalEquations } from "../../../../training/linear/normal-equations";
import type { TrainingTable } from "../../../../training/training-table";
import { AREA, ROOMS, STYLE, trainingTable } from "../../../support/training-tables";

const { NaN: MISSING } = Number;

const solve = (table: TrainingTable) =>
  solveLeastSquares(new NormalEquations(new DesignColumns(table), table.target));

/** Expects coefficients, by kind, feature and category. */
function expectFit(
  table: TrainingTable,
  intercept: number,
  coefficients: readonly (readonly [column: string, coefficient: number])[],
): void {
  const fit = solve(table);
  const columns = fit.terms.map(({ kind, feature, category = "" }) =>
    `${kind} ${feature} ${category}`.trim(),
  );
  expect(columns).toEqual(coefficients.map(([column]) => column));
  expect(fit.intercept).toBeCloseTo(intercept, 9);
  for (const [i, [, coefficient]] of coefficients.entries()) {
    expect(fit.terms[i].coefficient).toBeCloseTo(coefficient, 9);
  }
}

describe("least squares", () => {
  it("find the line through points", () => {
    expectFit(trainingTable([AREA], [[1], [2], [4]], [5, 7, 11]), 3, [["number 0", 2]]);
  });

  it("leave the least squares where no line goes through all points", () => {
    // Slope: Σ(x - 2)(y - 2) / Σ(x - 2)² = (1 + 0 + 2) / 2; the line goes through the means (2, 2).
    expectFit(trainingTable([AREA], [[1], [2], [3]], [1, 1, 4]), -1, [["number 0", 1.5]]);
  });

  it("give each category but the first its distance from the first", () => {
    expectFit(trainingTable([STYLE], [[0], [0], [1], [1]], [1, 3, 10, 14]), 2, [["category 0 1", 10]]);
  });

  it("count from the first category that occurs", () => {
    const style = { ...STYLE, constraints: { enum: ["none", "flat", "house"] } };

    expectFit(trainingTable([style], [[1], [1], [2]], [1, 3, 10]), 2, [["category 0 2", 8]]);
  });

  it("count from the first category of a feature behind another", () => {
    const rows = [
      [1, 0],
      [2, 0],
      [1, 1],
      [2, 1],
    ];
    expectFit(trainingTable([AREA, STYLE], rows, [1, 2, 11, 12]), 0, [
      ["number 0", 1],
      ["category 1 1", 10],
    ]);
  });

  it("replace missing numbers by the mean, and tell them apart", () => {
    // The line through (1, 10) and (3, 20); at the mean, 2, it gives 15: 85 less than the row without a number.
    expectFit(trainingTable([AREA], [[1], [3], [MISSING]], [10, 20, 100]), 5, [
      ["number 0", 5],
      ["missing 0", 85],
    ]);
  });

  it("use the mean of the rows that are fitted, though columns were centred on others", () => {
    const all = trainingTable([AREA], [[1], [3], [MISSING], [50]], [10, 20, 100, 0]);
    const columns = new DesignColumns(all);
    const fit = solveLeastSquares(new NormalEquations(columns, all.target.slice(0, 3)));

    expect(fit.terms.map(({ coefficient }) => Math.round(1e6 * coefficient) / 1e6)).toEqual([5, 85]);
    expect(fit.intercept).toBeCloseTo(5, 9);
  });

  it("give missing categories a column of their own", () => {
    expectFit(trainingTable([STYLE], [[0], [1], [MISSING]], [1, 5, 20]), 1, [
      ["category 0 1", 4],
      ["missing 0", 19],
    ]);
  });

  it("use no column that does not vary", () => {
    const rows = [
      [7, 1],
      [7, 3],
    ];
    expectFit(trainingTable([AREA, ROOMS], rows, [2, 4]), 1, [["number 1", 1]]);
    expectFit(trainingTable([AREA], [[7], [7]], [2, 4]), 3, []);
    expectFit(trainingTable([AREA], [[1e9], [1e9 + 1]], [2, 4]), 2 - 2e9, [["number 0", 2]]);
  });
});

describe("columns that depend on each other", () => {
  const rows = [
    [1, 2],
    [2, 4],
    [4, 8],
  ];
  // 5·x as b·x + c·2x, with the least b² + c².
  const table = trainingTable([AREA, ROOMS], rows, [5, 10, 20]);

  it("share their effect with the least norm, in the units of the features", () => {
    expectFit(table, 0, [
      ["number 0", 1],
      ["number 1", 2],
    ]);
  });

  it("are told", () => {
    expect(solve(table).aliased).toHaveLength(1);
    expect(
      solve(
        trainingTable(
          [AREA, ROOMS],
          [
            [1, 2],
            [2, 4],
            [4, 7],
          ],
          [5, 10, 20],
        ),
      ).aliased,
    ).toEqual([]);
  });

  it("are told in the order of the table", () => {
    const [A, B, C] = ["A", "B", "C"].map((name) => ({ name, type: "number", apiName: name.toLowerCase() }));
    const { aliased, terms } = solve(
      trainingTable(
        [A, B, C],
        [1, 2, 4].map((x) => [x, x, x]),
        [3, 6, 12],
      ),
    );

    expect(aliased.map(({ feature }) => feature)).toEqual([1, 2]);
    for (const { coefficient } of terms) expect(coefficient).toBeCloseTo(1, 9);
  });
});

describe("columns of very different size that hardly differ", () => {
  it("are solved to nine digits", () => {
    // Two columns that correlate to 1 - 1e-7.
    const rows = Array.from({ length: 40 }, (_, i) => [1e6 + i, i / 10 + (i % 2) / 1000]);
    const table = trainingTable(
      [AREA, ROOMS],
      rows,
      rows.map(([a, b]) => 2 * (a - 1e6) + 3 * b),
    );
    const { terms } = solve(table);

    expect(terms.map(({ coefficient }) => Number(coefficient.toFixed(6)))).toEqual([2, 3]);
  });
});
