import { inUnit, scoreTable } from "../../../cli/score-table";

const SCORES = {
  rows: 100,
  r2: 0.5,
  rmse: 0.75,
  mae: 12.345,
  medianApe: 0.1,
  within5: 0.2,
  within10: 0.3,
  within20: 0.4,
};

describe("a table of scores", () => {
  it("has a row for each, and for each cross-validation", () => {
    const table = scoreTable(
      [["test", SCORES]],
      [{ ...SCORES, folds: "spatial-block", count: 5, rmse: 1234.5 }],
    );
    const cells = table
      .split("\n")
      .filter((line) => line.startsWith("│"))
      .map((line) =>
        line
          .split("│")
          .map((cell) => cell.trim())
          .slice(1, -1),
      );

    expect(cells).toEqual([
      ["", "rows", "R²", "RMSE", "MAE", "median %", "≤ 5 %", "≤ 10 %", "≤ 20 %"],
      ["test", "100", "0.500000", "0.750000", "12.35", "10.0 %", "20.0 %", "30.0 %", "40.0 %"],
      ["5-fold, spatial-block", "100", "0.500000", "1,235", "12.35", "10.0 %", "20.0 %", "30.0 %", "40.0 %"],
    ]);
  });
});

describe("an error in the unit of the target", () => {
  it.each([
    [9.9999994, "9.999999"],
    [10, "10.00"],
    [999.994, "999.99"],
    [1000, "1,000"],
    [1234567.6, "1,234,568"],
  ])("%d is shown as %s", (error, text) => {
    expect(inUnit(error)).toBe(text);
  });
});
