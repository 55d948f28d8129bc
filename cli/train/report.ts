import type Table from "cli-table3";
import { Basis } from "../../model/estimators/basis/basis";
import type { BasisEstimator } from "../../model/estimators/basis/basis-format";
import type { CrossValidation, LinearEstimator, ModelContent, Scores } from "../../model/file/format";
import { percent, textTable } from "../text-table";

/** What `npm run train` prints: how well the model predicts, and what each feature or group of them weighs. */
export function formatReport({ metrics, features, estimator, target, trainingData }: ModelContent): string {
  const scores = textTable(["", "rows", "R²", "RMSE", "MAE"]);
  scores.push(scoreRow("train", metrics.train), scoreRow("test", metrics.test));
  for (const validation of metrics.crossValidation) {
    scores.push(scoreRow(crossValidationName(validation), validation));
  }

  const coverage = textTable(["interval", "holds on test", "mean width", "constant width"]);
  for (const { nominal, observed, meanWidth, constantMeanWidth } of metrics.coverage) {
    coverage.push([percent(nominal), percent(observed), meanWidth.toFixed(4), constantMeanWidth.toFixed(4)]);
  }

  const weights = estimator.kind === "linear" ? coefficientTable(estimator, features) : groupTable(estimator);
  const title = `Target ${target.name} in ${target.unit}; seed ${trainingData.seed}, test size ${trainingData.testSize}.`;
  return [title, scores, coverage, weights].join("\n");
}

export function crossValidationName({ count, folds }: CrossValidation): string {
  return `${count}-fold, ${folds}`;
}

function coefficientTable(
  { coefficients, intercept }: LinearEstimator,
  features: ModelContent["features"],
): Table.Table {
  const weights = textTable(["feature", "coefficient"]);
  features.forEach(({ name }, j) => {
    weights.push([name, coefficients[j]]);
  });
  weights.push(["(intercept)", intercept]);
  return weights;
}

/** A basis has too many coefficients to read: how far each group of features moves the prediction says more. */
function groupTable({ basis, contributions }: BasisEstimator): Table.Table {
  const { blocks, size } = new Basis(basis);
  const weights = textTable([`group (of ${size} columns)`, "standard deviation"]);
  blocks
    .map(({ label }, b) => ({ label, deviation: contributions[b].deviation }))
    .sort((a, b) => b.deviation - a.deviation)
    .forEach(({ label, deviation }) => {
      weights.push([label, deviation.toFixed(4)]);
    });
  return weights;
}

/** A row of a table of scores. */
export function scoreRow(name: string, { rows, r2, rmse, mae }: Scores): (string | number)[] {
  return [name, rows, r2.toFixed(6), rmse.toFixed(6), mae.toFixed(6)];
}
