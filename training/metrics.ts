import type { Scores } from "../model/file/metrics-format";
import { sorted } from "./statistics";

/**
 * R², RMSE and MAE of predictions, as scikit-learn's `r2_score`, `mean_squared_error` and `mean_absolute_error`
 * define them: R² = 1 - Σ(y - ŷ)² / Σ(y - mean(y))², RMSE = √(Σ(y - ŷ)² / n), MAE = Σ|y - ŷ| / n. And what valuers
 * ask for: the median of |y - ŷ| / |y|, and the shares of the rows where it is at most 5, 10 and 20 per cent.
 *
 * Where all of y is the same value, R² is 1 for a perfect prediction and 0 for any other, as scikit-learn has it.
 */
export function score(actual: ArrayLike<number>, predicted: ArrayLike<number>): Scores {
  const rows = actual.length;
  let sum = 0;
  for (let i = 0; i < rows; i++) sum += actual[i];
  const mean = sum / rows;
  let squared = 0;
  let absolute = 0;
  let total = 0;
  for (let i = 0; i < rows; i++) {
    const residual = actual[i] - predicted[i];
    squared += residual * residual;
    absolute += Math.abs(residual);
    total += (actual[i] - mean) ** 2;
  }
  const r2 = total > 0 ? 1 - squared / total : Number(squared === 0);
  return {
    rows,
    r2,
    rmse: Math.sqrt(squared / rows),
    mae: absolute / rows,
    ...scoreShares(actual, predicted),
  };
}

/** Rows with actual value 0 are skipped. */
function scoreShares(actual: ArrayLike<number>, predicted: ArrayLike<number>) {
  const errors: number[] = [];
  for (let i = 0; i < actual.length; i++) {
    if (actual[i] !== 0) errors.push(Math.abs((actual[i] - predicted[i]) / actual[i]));
  }
  const order = sorted(Float64Array.from(errors));
  const { length } = order;
  const median = length === 0 ? 1 : (order[(length - 1) >> 1] + order[length >> 1]) / 2;
  const within = (share: number) => order.filter((error) => error <= share).length / Math.max(length, 1);
  return { medianApe: median, within5: within(0.05), within10: within(0.1), within20: within(0.2) };
}
