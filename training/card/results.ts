import type { CrossValidation, Scores } from "../../model/file/metrics-format";
import type { Model } from "../../model/model";
import type { Table } from "../../model/table/table";
import { currencyName } from "../describe/currency";
import type { Figure } from "./figure";
import { grouped, markdownTable, percent } from "./markdown";
import { errorAmount, unitOf } from "./target-unit";

const FOLDS: { readonly [kind in CrossValidation["folds"]]: string } = {
  random: "random folds",
  "spatial-block": "spatial blocks",
};

export function metricsSection({ file, table }: Model): string[] {
  const { metrics } = file;
  const rows: (readonly [name: string, scores: Scores])[] = [
    ["training rows", metrics.train],
    ["**test rows**", metrics.test],
    ...metrics.crossValidation.map(
      (validation) =>
        [`${validation.count}-fold cross-validation, ${FOLDS[validation.folds]}`, validation] as const,
    ),
  ];
  const money = moneyOf(table);
  const head = ["", "rows", "R²", "RMSE", ...(money ? [`RMSE in ${money.name}`] : []), "MAE"];
  return [
    "## Metrics",
    `R² is the fraction of the variance that the model explains. RMSE, the root mean squared error, weights large errors more than MAE, the mean absolute error. Errors are in ${unitOf(table)}.`,
    markdownTable(
      head,
      rows.map(([name, { rows, r2, rmse, mae }]) => [
        name,
        grouped(rows),
        r2.toFixed(4),
        errorAmount(rmse),
        ...(money ? [grouped(Math.round(rmse * money.scale))] : []),
        errorAmount(mae),
      ]),
    ),
    "Valuers use the median absolute percentage error, and the fraction of the rows whose prediction is at most 5, 10 and 20 per cent off.",
    markdownTable(
      ["", "median error", "within 5\u00a0%", "within 10\u00a0%", "within 20\u00a0%"],
      rows.map(([name, { medianApe, within5, within10, within20 }]) => [
        name,
        ...[medianApe, within5, within10, within20].map(percent),
      ]),
    ),
    "The test rows were not used in training. Cross-validation uses all rows and gives the mean scores over the folds; with spatial blocks, whole squares of the map are held out at once, which shows how the model performs in unseen areas.",
  ];
}

/** The currency, if the target's unit is not one unit of it. */
function moneyOf({
  target: { currency, scale },
}: Table): { readonly name: string; readonly scale: number } | undefined {
  return currency === undefined || scale === 1 ? undefined : { name: currencyName(currency), scale };
}

export function resultsSection({ file: { metrics }, table }: Model, figures: readonly Figure[]): string[] {
  const coverage = metrics.coverage.map(({ nominal, observed, meanWidth, constantMeanWidth }) => [
    percent(nominal),
    percent(observed),
    errorAmount(meanWidth),
    errorAmount(constantMeanWidth),
  ]);
  return [
    "## Results on the test rows",
    "Errors vary by price and by location, so the charts show both.",
    ...figures.flatMap(({ file, heading, caption }) => [
      `### ${heading}`,
      caption,
      `![${heading}, as described above](${file})`,
    ]),
    "### Intervals",
    `Observed coverage of the intervals on the test rows, their mean width, and the mean width of constant-width intervals, in ${unitOf(table)}.`,
    markdownTable(["nominal coverage", "observed", "mean width", "mean width if constant"], coverage),
  ];
}
