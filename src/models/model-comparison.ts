import type { Model } from "../../model/model";
import type { ModelCatalogue } from "../../model/registry/catalogue";
import { escapeHtml } from "../pages/escape-html";

/** More rows would be read by nobody; the table below the chart has all models. */
const MAX_ROWS = 20;

const WIDTH = 760;
const ROW = 34;
/** Left and right end of the bars. */
const [LEFT, RIGHT] = [150, 640];

const INK = "#1f2328";
const BAR = "#a9c7e8";
const RANDOM = "#2f6db3";
const SPATIAL = "#b3561f";

/** The models by their error on the test rows, smallest first. */
export function ranked({ models }: ModelCatalogue): readonly Model[] {
  return [...models].sort((a, b) => a.file.metrics.test.rmse - b.file.metrics.test.rmse);
}

/** A chart of the models' errors as SVG: a bar for the test rows, and a mark for each cross-validation. */
export function comparisonChart(catalogue: ModelCatalogue): string {
  const models = ranked(catalogue).slice(0, MAX_ROWS);
  const errors = models.flatMap(({ file: { metrics } }) => [
    metrics.test.rmse,
    ...metrics.crossValidation.map(({ rmse }) => rmse),
  ]);
  const largest = Math.max(...errors, Number.MIN_VALUE);
  const x = (error: number) => Math.round(LEFT + (error / largest) * (RIGHT - LEFT));
  const rows = models.map((model, i) => rowOf(model, 34 + i * ROW, x));
  const height = 42 + models.length * ROW;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="13" fill="${INK}">
<rect width="${WIDTH}" height="${height}" fill="#fff"/>
<rect x="${LEFT}" y="10" width="14" height="12" fill="${BAR}"/><text x="${LEFT + 20}" y="21">test rows</text>
${mark(LEFT + 110, 16, RANDOM)}<text x="${LEFT + 122}" y="21">cross-validation</text>
${mark(LEFT + 250, 16, SPATIAL)}<text x="${LEFT + 262}" y="21">cross-validation by location</text>
${rows.join("\n")}
</svg>
`;
}

function rowOf({ id, file: { metrics } }: Model, y: number, x: (error: number) => number): string {
  const { rmse } = metrics.test;
  const marks = metrics.crossValidation.map((each) =>
    mark(x(each.rmse), y + 12, each.folds === "random" ? RANDOM : SPATIAL),
  );
  return `<text x="${LEFT - 10}" y="${y + 17}" text-anchor="end">${escapeHtml(id)}</text><rect x="${LEFT}" y="${y}" width="${x(rmse) - LEFT}" height="24" fill="${BAR}"/>${marks.join("")}<text x="${RIGHT + 14}" y="${y + 17}">${Number(rmse.toPrecision(5))}</text>`;
}

const mark = (x: number, y: number, colour: string) => `<circle cx="${x}" cy="${y}" r="5" fill="${colour}"/>`;
