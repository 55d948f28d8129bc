import fc from "fast-check";
import { score } from "../../../training/metrics";

// Hundredths, since the squares of denormal numbers would be lost.
const values = fc.integer({ min: -1e6, max: 1e6 }).map((hundredths) => hundredths / 100);
const pairs = fc.array(fc.tuple(values, values), { minLength: 2, maxLength: 50 });

describe("score", () => {
  it("gives the figures of scikit-learn's documentation of r2_score and mean_squared_error", () => {
    const { rows, r2, rmse, mae } = score([3, -0.5, 2, 7], [2.5, 0, 2, 8]);
    expect(rows).toBe(4);
    expect(r2).toBeCloseTo(0.9486081370449679, 14);
    expect(rmse).toBeCloseTo(0.6123724356957945, 14);
    expect(mae).toBe(0.5);
  });

  it("is perfect when every prediction is right", () => {
    expect(score([1, 2, 3], [1, 2, 3])).toMatchObject({
      rows: 3,
      r2: 1,
      rmse: 0,
      mae: 0,
      medianApe: 0,
      within5: 1,
    });
  });

  it("has an R² of 0 when the mean is predicted", () => {
    expect(score([1, 2, 3], [2, 2, 2]).r2).toBe(0);
  });

  it("has scikit-learn's R² when the truth is constant: 1 for a perfect prediction, else 0", () => {
    expect(score([5.00001, 5.00001], [5.00001, 5.00001]).r2).toBe(1);
    expect(score([5.00001, 5.00001], [5, 5]).r2).toBe(0);
  });

  it("never has an RMSE below its MAE, nor an R² above 1", () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const [actual, predicted] = [rows.map(([y]) => y), rows.map(([, p]) => p)];
        const { r2, rmse, mae } = score(actual, predicted);
        expect(rmse).toBeGreaterThanOrEqual(mae * (1 - 1e-12));
        expect(r2).toBeLessThanOrEqual(1);
        expect(Number.isFinite(r2)).toBe(true);
      }),
    );
  });
});
