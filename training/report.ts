import Table from "cli-table3";
import type { ModelContent } from "../model/format";

/** What `npm run train` prints: the metrics, and what each feature weighs. */
export function formatReport({ metrics, features, estimator, target, trainingData }: ModelContent): string {
  const scores = table(["", "rows", "R²", "RMSE", "MAE"], ["left", "right", "right", "right", "right"]);
  for (const [set, { rows, r2, rmse, mae }] of Object.entries(metrics)) {
    scores.push([set, rows, r2.toFixed(6), rmse.toFixed(6), mae.toFixed(6)]);
  }
  const weights = table(["feature", "coefficient"], ["left", "right"]);
  features.forEach(({ name }, j) => {
    weights.push([name, estimator.coefficients[j]]);
  });
  weights.push(["(intercept)", estimator.intercept]);
  return [
    `Target ${target.name} in ${target.unit}; seed ${trainingData.seed}, test size ${trainingData.testSize}.`,
    scores.toString(),
    weights.toString(),
  ].join("\n");
}

function table(head: string[], colAligns: ("left" | "right")[]) {
  return new Table({ head, colAligns, style: { head: [], border: [] } });
}
