import type { CrossValidation, Scores } from "../model/file/format";
import { textTable } from "./text-table";

/** Names with their scores as a table, and cross-validations below them. */
export function scoreTable(
  scores: readonly (readonly [name: string, scores: Scores])[],
  validations: readonly CrossValidation[],
): string {
  const table = textTable(["", "rows", "R²", "RMSE", "MAE"]);
  const named = validations.map((each) => [`${each.count}-fold, ${each.folds}`, each] as const);
  for (const [name, { rows, r2, rmse, mae }] of [...scores, ...named]) {
    table.push([name, rows, r2.toFixed(6), rmse.toFixed(6), mae.toFixed(6)]);
  }
  return table.toString();
}
