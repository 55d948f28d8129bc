import { crossValidate, foldingsOf } from "../../../training/cross-validate";
import { crossValidateBothWays, evaluate } from "../../../training/evaluate";
import { ordinaryLeastSquares } from "../../../training/linear/ordinary-least-squares";
import { measureNovelty } from "../../../training/measure-novelty";
import { score } from "../../../training/metrics";
import { SILENT } from "../../../training/progress";
import { type TrainingTable, takeRows } from "../../../training/training-table";
import { randomNumbers } from "../../support/smooth-houses";
import { AREA, STYLE, trainingTable } from "../../support/training-tables";

function houses(): TrainingTable {
  const random = randomNumbers(5);
  const rows = Array.from({ length: 100 }, (_, i) => [Math.round(100 * random()), i % 2]);
  const target = rows.map(([area, style]) => 3 * area + 50 * style + 20 * random());
  return trainingTable([AREA, STYLE], rows, target);
}

describe("the evaluation of a fit", () => {
  it("has metrics, intervals and novelty, and rows to be predicted again", async () => {
    const all = houses();
    const numbers = Int32Array.from({ length: 100 }, (_, i) => i);
    const [training, test] = [takeRows(all, numbers.slice(0, 80)), takeRows(all, numbers.slice(80))];
    const fit = await ordinaryLeastSquares.fit(training, 1, SILENT);
    const evaluation = await evaluate(ordinaryLeastSquares, fit, { all, training, test }, 7);
    const { estimator } = fit;
    // 3 a square metre, and 50 for the second style.
    const { intercept, terms } = JSON.parse(JSON.stringify(estimator));
    const predict = ({ rows }: TrainingTable) =>
      Float64Array.from({ length: rows.length / 2 }, (_, i) =>
        terms.reduce(
          (sum: number, term: { coefficient: number }, j: number) => sum + term.coefficient * rows[2 * i + j],
          intercept,
        ),
      );
    const { metrics, golden, uncertainty, novelty } = evaluation;

    expect(metrics.train.rmse).toBeCloseTo(score(training.target, predict(training)).rmse, 9);
    expect(metrics.test.rmse).toBeCloseTo(score(test.target, predict(test)).rmse, 9);
    expect([metrics.train.rows, metrics.test.rows]).toEqual([80, 20]);
    expect(metrics.crossValidation).toEqual(
      await crossValidate(ordinaryLeastSquares.refit(estimator), all, foldingsOf(all, 7)),
    );
    expect(metrics.coverage.map(({ nominal }) => nominal)).toEqual([0.5, 0.8, 0.9, 0.95]);
    expect(uncertainty.folds).toBe(20);
    expect(novelty).toEqual(measureNovelty(training, estimator));
    expect(golden).toHaveLength(8);
    expect(golden[3]).toEqual({
      features: [test.rows[6], ["flat", "house"][test.rows[7]]],
      prediction: expect.closeTo(predict(test)[3], 9),
    });
  });

  it("cross-validates all rows with its seed", async () => {
    const all = houses();
    const refit = ordinaryLeastSquares.refit({ kind: "linear" });
    const [random] = await crossValidateBothWays(refit, all, 9);

    expect(random).toEqual((await crossValidate(refit, all, foldingsOf(all, 9)))[0]);
    expect(random).not.toEqual((await crossValidateBothWays(refit, all, 8))[0]);
  });
});
