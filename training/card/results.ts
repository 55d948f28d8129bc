import type { CrossValidation, Scores } from "../../model/file/format";
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
    `R² is the share of the variance that the model explains; RMSE, the root of the mean squared error, weighs large errors more than MAE, the mean absolute error. Errors are in ${unitOf(table)}.`,
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
    "What valuers ask for: half of the predictions are off by no more than the median error, as a share of the actual price; and the shares of the rows whose prediction is at most 5, 10 and 20 per cent off.",
    markdownTable(
      ["", "median error", "within 5\u00a0%", "within 10\u00a0%", "within 20\u00a0%"],
      rows.map(([name, { medianApe, within5, within10, within20 }]) => [
        name,
        ...[medianApe, within5, within10, within20].map(percent),
      ]),
    ),
    "The test rows took no part in training. Cross-validation is over all rows and gives the mean of the folds' scores; by spatial blocks, whole squares of the map are held back at once, which shows how the model does at places that it has not seen.",
  ];
}

/** The currency of a target that is not in single units of it. */
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
    "Errors differ by price and by place, so they are shown along both.",
    ...figures.flatMap(({ file, heading, caption }) => [
      `### ${heading}`,
      caption,
      `![${heading}, as described above](${file})`,
    ]),
    "### Intervals",
    `How often the interval of a coverage held the actual price, how wide it was on average, and how wide intervals of one width for all rows would be, in ${unitOf(table)}.`,
    markdownTable(["coverage asked for", "observed", "mean width", "mean width if constant"], coverage),
  ];
}
