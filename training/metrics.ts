import type { Scores } from "../model/file/format";

/**
 * R², RMSE and MAE of predictions, as scikit-learn's `r2_score`, `mean_squared_error` and `mean_absolute_error`
 * define them: R² = 1 - Σ(y - ŷ)² / Σ(y - mean(y))², RMSE = √(Σ(y - ŷ)² / n), MAE = Σ|y - ŷ| / n.
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
  return { rows, r2, rmse: Math.sqrt(squared / rows), mae: absolute / rows };
}
