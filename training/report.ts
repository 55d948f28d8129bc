import Table from "cli-table3";
import type { ModelContent, Scores } from "../model/format";

/** What `npm run train` prints: how well the model predicts, and what each feature weighs. */
export function formatReport({ metrics, features, estimator, target, trainingData }: ModelContent): string {
  const scores = table(["", "rows", "R²", "RMSE", "MAE"]);
  scores.push(scoreRow("train", metrics.train), scoreRow("test", metrics.test));
  for (const validation of metrics.crossValidation) {
    scores.push(scoreRow(`${validation.count}-fold, ${validation.folds}`, validation));
  }

  const coverage = table(["interval", "holds on test", "mean width", "constant width"]);
  for (const { nominal, observed, meanWidth, constantMeanWidth } of metrics.coverage) {
    coverage.push([percent(nominal), percent(observed), meanWidth.toFixed(4), constantMeanWidth.toFixed(4)]);
  }

  const weights = table(["feature", "coefficient"]);
  features.forEach(({ name }, j) => {
    weights.push([name, estimator.coefficients[j]]);
  });
  weights.push(["(intercept)", estimator.intercept]);

  const title = `Target ${target.name} in ${target.unit}; seed ${trainingData.seed}, test size ${trainingData.testSize}.`;
  return [title, scores, coverage, weights].join("\n");
}

function scoreRow(name: string, { rows, r2, rmse, mae }: Scores): (string | number)[] {
  return [name, rows, r2.toFixed(6), rmse.toFixed(6), mae.toFixed(6)];
}

function percent(fraction: number): string {
  return `${(100 * fraction).toFixed(1)} %`;
}

/** A table whose first column is text and whose others are numbers, without colours. */
function table(head: readonly string[]) {
  const colAligns = head.map((_, i) => (i === 0 ? "left" : "right"));
  return new Table({ head: [...head], colAligns, style: { head: [], border: [] } });
}
