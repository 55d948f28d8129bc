import { randomFolds } from "../../../../training/folds";
import { fitLinear } from "../../../../training/linear/fit-linear";
import { ordinaryLeastSquares } from "../../../../training/linear/ordinary-least-squares";
import { SILENT } from "../../../../training/progress";
import { type TrainingTable, takeRows } from "../../../../training/training-table";
import { refusalOf } from "../../../support/refusal";
import { AREA, trainingTable } from "../../../support/training-tables";

const houses = (rows: number) =>
  trainingTable(
    [AREA],
    Array.from({ length: rows }, (_, i) => [i]),
    Array.from({ length: rows }, (_, i) => 10 * i + 7 * Math.sin(i)),
  );

/** What a fit on the rows of the other folds says of each row. */
function heldBack(table: TrainingTable, folds: Int32Array): number[] {
  return [...folds].map((fold, row) => {
    const others = Int32Array.from(folds.keys()).filter((other) => folds[other] !== fold);
    const { intercept, terms } = fitLinear(takeRows(table, others));
    return intercept + terms[0].coefficient * table.rows[row];
  });
}

function expectClose(actual: Float64Array, expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  for (const [i, value] of expected.entries()) expect(actual[i]).toBeCloseTo(value, 8);
}

describe("the trainer of linear models", () => {
  it("fits all rows, and predicts each row from the other folds", async () => {
    const table = houses(50);
    const fit = await ordinaryLeastSquares.fit(table, 42, SILENT);

    expect(fit.estimator).toEqual(fitLinear(table));
    expect(fit.heldBack.groups).toBe(5);
    expectClose(fit.heldBack.predictions, heldBack(table, randomFolds(50, 42)));
  });

  it("makes twenty folds where there are less than fifty rows for each column", async () => {
    const table = houses(49);
    const { heldBack: held } = await ordinaryLeastSquares.fit(table, 42, SILENT);

    expect(held.groups).toBe(20);
    expectClose(held.predictions, heldBack(table, randomFolds(49, 42, 20)));
  });

  it("predicts rows held back by each of several foldings", async () => {
    const table = houses(12);
    const foldings = [
      Int32Array.from(table.target, (_, i) => i % 3),
      Int32Array.from(table.target, (_, i) => i % 2),
    ];
    const { estimator } = await ordinaryLeastSquares.fit(table, 42, SILENT);
    const predictions = await ordinaryLeastSquares.refit(estimator)(table, foldings, SILENT);

    expect(predictions).toHaveLength(2);
    predictions.forEach((predicted, i) => {
      expectClose(predicted, heldBack(table, foldings[i]));
    });
  });

  it("refuses more columns than it can fit", async () => {
    const fields = ["a", "b", "c"].map((name) => ({
      name,
      type: "string",
      apiName: name,
      constraints: { enum: Array.from({ length: 900 }, (_, i) => `${i}`) },
    }));
    const table = trainingTable(fields, [], []);
    const refit = ordinaryLeastSquares.refit({ kind: "linear" });

    for (const attempt of [
      () => ordinaryLeastSquares.fit(table, 1, SILENT),
      () => refit(table, [], SILENT),
    ]) {
      expect((await refusalOf(attempt)).message).toContain("The table makes 2700 columns");
    }
  });
});
