import type TextTable from "cli-table3";
import type { WeightTable } from "../../model/estimators/estimator-kind";
import { kindOf } from "../../model/estimators/kind-of";
import type { ModelContent } from "../../model/file/format";
import { Table } from "../../model/table/table";
import { reportColumns } from "../../training/describe/column-report";
import type { TrainedModel } from "../../training/train";
import { inUnit, scoreTable } from "../score-table";
import { percent, textTable } from "../text-table";

/** Output of `npm run train -- --json`: the model without internal fields, and the assumptions about the table. */
export function reportDocument({ content, saved, assumed }: TrainedModel): object {
  const { name, algorithm, trainedAt, note, target, features, metrics, trainingData, estimator } = content;
  const table = new Table(content.table);
  const { intercept, weights } = kindOf(estimator).describe(estimator, features, table);
  return {
    name,
    version: saved.version,
    path: saved.path,
    algorithm,
    trainedAt,
    ...(note !== undefined && { note }),
    target: { name: table.target.name, unit: table.target.unit, ...target },
    features: features.map((feature) => feature.name),
    metrics,
    intercept,
    weights: weights.rows.map(([column, weight]) => ({ column, weight })),
    trainingData,
    ...(assumed && { assumed: { columns: reportColumns(assumed), warnings: assumed.warnings } }),
  };
}

/** Output of `npm run train`: accuracy, and the weight of each feature or group. */
export function formatReport({
  metrics,
  features,
  estimator,
  table: schema,
  trainingData,
}: ModelContent): string {
  const scores = scoreTable(
    [
      ["train", metrics.train],
      ["test", metrics.test],
    ],
    metrics.crossValidation,
  );

  const coverage = textTable(["interval", "test coverage", "mean width", "constant width"]);
  for (const { nominal, observed, meanWidth, constantMeanWidth } of metrics.coverage) {
    coverage.push([percent(nominal), percent(observed), inUnit(meanWidth), inUnit(constantMeanWidth)]);
  }

  const table = new Table(schema);
  const { weights } = kindOf(estimator).describe(estimator, features, table);
  const { name, unit } = table.target;
  const target = unit === undefined ? name : `${name} in ${unit}`;
  const title = `Target ${target}; seed ${trainingData.seed}, test size ${trainingData.testSize}.`;
  return [title, scores, coverage, weightTable(weights)].join("\n");
}

function weightTable({ head, rows, decimals }: WeightTable): TextTable.Table {
  const table = textTable(head);
  for (const [name, value] of rows) {
    table.push([name, decimals === undefined ? value : value.toFixed(decimals)]);
  }
  return table;
}
