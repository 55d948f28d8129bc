import { formatEvaluation } from "../../../../cli/evaluate/report";
import type { SavedEvaluation } from "../../../../training/evaluate-saved";

const SCORES = {
  rows: 100,
  r2: 0.5,
  rmse: 0.75,
  mae: 0.5,
  medianApe: 0.1,
  within5: 0.2,
  within10: 0.3,
  within20: 0.4,
};
const COVERAGE = { nominal: 0.9, observed: 0.885, meanWidth: 1234.4, constantMeanWidth: 2000 };

const evaluationOf = (changes: Partial<SavedEvaluation> = {}): SavedEvaluation => ({
  isTrainingData: true,
  parts: [
    { rows: "its own test rows", scores: SCORES, coverage: [COVERAGE, { ...COVERAGE, nominal: 0.5 }] },
    { rows: "all rows", scores: SCORES, coverage: [] },
  ],
  crossValidation: [{ ...SCORES, folds: "random", count: 5 }],
  ...changes,
});

describe("the report of an evaluation", () => {
  it("has the scores of each part and of the cross-validation, and the coverage of intervals", () => {
    const cells = formatEvaluation(evaluationOf())
      .split("\n")
      .filter((line) => line.startsWith("│"))
      .map((line) =>
        line
          .split("│")
          .map((cell) => cell.trim())
          .slice(1, -1),
      );

    expect(cells.map((row) => row.slice(0, 4))).toEqual([
      ["", "rows", "R²", "RMSE"],
      ["its own test rows", "100", "0.500000", "0.750000"],
      ["all rows", "100", "0.500000", "0.750000"],
      ["5-fold, random", "100", "0.500000", "0.750000"],
      ["", "interval", "coverage", "mean width"],
      ["its own test rows", "90.0 %", "88.5 %", "1,234"],
      ["its own test rows", "50.0 %", "88.5 %", "1,234"],
    ]);
  });

  it.each([
    [
      true,
      "The model was trained on this file. The test rows are its own, split again by its seed; all rows include those seen in training.",
    ],
    [false, "The model was not trained on this file: all rows are test rows."],
  ])("begins with what the rows are: %s", (isTrainingData, title) => {
    expect(formatEvaluation(evaluationOf({ isTrainingData })).split("\n")[0]).toBe(title);
  });
});
