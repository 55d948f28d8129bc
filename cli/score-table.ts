import type { CrossValidation, Scores } from "../model/file/metrics-format";
import { percent, textTable } from "./text-table";

/** Formats scores as a table, followed by cross-validations. */
export function scoreTable(
  scores: readonly (readonly [name: string, scores: Scores])[],
  validations: readonly CrossValidation[],
): string {
  const table = textTable(["", "rows", "R²", "RMSE", "MAE", "median %", "≤ 5 %", "≤ 10 %", "≤ 20 %"]);
  const named = validations.map((each) => [`${each.count}-fold, ${each.folds}`, each] as const);
  for (const [name, score] of [...scores, ...named]) {
    const { rows, r2, rmse, mae, medianApe, within5, within10, within20 } = score;
    const shares = [medianApe, within5, within10, within20].map(percent);
    table.push([name, rows, r2.toFixed(6), inUnit(rmse), inUnit(mae), ...shares]);
  }
  return table.toString();
}

/** Formats an error in the target's unit, with six decimals if small and none if large. */
export function inUnit(error: number): string {
  return error < 1000 ? error.toFixed(error < 10 ? 6 : 2) : Math.round(error).toLocaleString("en-US");
}
