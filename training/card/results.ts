import { TARGET } from "../../model/features";
import type { CrossValidation, ModelFile, Scores } from "../../model/file/format";
import type { Figure } from "./figure";
import { grouped, markdownTable, percent } from "./markdown";

const FOLDS: { readonly [kind in CrossValidation["folds"]]: string } = {
  random: "random folds",
  "spatial-block": "spatial blocks",
};

export function metricsSection({ metrics }: ModelFile): string[] {
  const validations = metrics.crossValidation.map((validation) =>
    scoreRow(`${validation.count}-fold cross-validation, ${FOLDS[validation.folds]}`, validation),
  );
  return [
    "## Metrics",
    `R² is the share of the variance that the model explains; RMSE, the root of the mean squared error, weighs large errors more than MAE, the mean absolute error. Errors are in ${TARGET.unit}, the RMSE in dollars as well.`,
    markdownTable(
      ["", "rows", "R²", "RMSE", "RMSE in dollars", "MAE"],
      [scoreRow("training rows", metrics.train), scoreRow("**test rows**", metrics.test), ...validations],
    ),
    "The test rows took no part in training. Cross-validation is over all rows and gives the mean of the folds' scores; by spatial blocks, whole half-degree cells of the map are held back at once, which shows how the model does at places that it has not seen.",
  ];
}

function scoreRow(name: string, { rows, r2, rmse, mae }: Scores): string[] {
  const dollars = grouped(Math.round(rmse * TARGET.dollars));
  return [name, grouped(rows), r2.toFixed(4), rmse.toFixed(4), dollars, mae.toFixed(4)];
}

export function resultsSection({ metrics }: ModelFile, figures: readonly Figure[]): string[] {
  const coverage = metrics.coverage.map(({ nominal, observed, meanWidth, constantMeanWidth }) => [
    percent(nominal),
    percent(observed),
    meanWidth.toFixed(3),
    constantMeanWidth.toFixed(3),
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
    "How often the interval of a coverage held the actual price, how wide it was on average, and how wide intervals of one width for all rows would be, in 100,000 US dollars.",
    markdownTable(["coverage asked for", "observed", "mean width", "mean width if constant"], coverage),
  ];
}
