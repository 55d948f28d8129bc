import { formatComparison } from "../../../../cli/compare/report";
import type { Comparison } from "../../../../training/compare-models";

const SCORES = {
  rows: 40,
  r2: 0.5,
  rmse: 123_456.789,
  mae: 2,
  medianApe: 0,
  within5: 0,
  within10: 0,
  within20: 0,
};

function reportOf(lower: number, upper: number): string {
  const comparison: Comparison = {
    rows: "the test rows of one",
    first: SCORES,
    second: { ...SCORES, rmse: 0.25, mae: 1 },
    rmse: { estimate: (lower + upper) / 2, lower, upper },
    mae: { estimate: 1, lower: 0.5, upper: 1.5 },
  };
  return formatComparison(["linear@1", "spatial@2"], comparison);
}

describe("the report of a comparison", () => {
  it("has both models, their difference and its interval, to six digits", () => {
    const lines = reportOf(-3, -1).split("\n");
    const cells = lines
      .filter((line) => line.startsWith("│"))
      .map((line) =>
        line
          .split("│")
          .map((cell) => cell.trim())
          .slice(1, -1),
      );

    expect(lines[0]).toBe("On 40 rows (the test rows of one), which neither model was trained on:");
    expect(cells).toEqual([
      ["", "linear@1", "spatial@2", "difference", "95 % interval"],
      ["RMSE", "123457", "0.25", "-2", "-3 to -1"],
      ["MAE", "2", "1", "1", "0.5 to 1.5"],
    ]);
  });

  it.each([
    [-3, -1, "linear@1 has the lower RMSE."],
    [1, 3, "spatial@2 has the lower RMSE."],
    [-1, 1, "The difference in RMSE is not significant."],
    [-1, 0, "The difference in RMSE is not significant."],
    [0, 1, "The difference in RMSE is not significant."],
  ])("ends with the better one: an interval from %d to %d", (lower, upper, conclusion) => {
    expect(reportOf(lower, upper).split("\n").at(-1)).toBe(conclusion);
  });
});
