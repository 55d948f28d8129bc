/**
 * Measures the accuracy of `smooth` and `spatial` on tables with their schema files:
 *
 *     node bench/measure-smooth.mjs TABLE.csv …
 *
 * Settings are chosen on the training rows of seed 42; then all rows are cross-validated with them, at random and by place.
 */
import { createRequire } from "node:module";
import { basename } from "node:path";

const require = createRequire(import.meta.url);
const { Table } = require("../dist/model/table/table.js");
const { readTableSchema, schemaPathOf } = require("../dist/model/table/table-schema.js");
const { readTable } = require("../dist/model/table/read-table.js");
const { fitSmooth } = require("../dist/training/smooth/fit-smooth.js");
const { crossPredictSmooth } = require("../dist/training/smooth/cross-predict.js");
const { settingsOf } = require("../dist/training/smooth/settings.js");
const { SmoothPredictor } = require("../dist/model/estimators/smooth/smooth-predictor.js");
const { randomFolds, spatialFolds } = require("../dist/training/folds.js");
const { trainTestSplit } = require("../dist/training/split.js");
const { scoreFolds } = require("../dist/training/cross-validate.js");
const { placeOf, takeRows } = require("../dist/training/training-table.js");
const { score } = require("../dist/training/metrics.js");
const { SILENT } = require("../dist/training/progress.js");

const SEED = 42;

for (const path of process.argv.slice(2)) await measure(path);

async function measure(path) {
  const houses = await loadHouses(path);
  const { train, test } = trainTestSplit(houses.target.length, 0.2, SEED);
  const started = performance.now();
  const seconds = () => ((performance.now() - started) / 1000).toFixed(0);

  const training = takeRows(houses, train);
  const { estimator } = await fitSmooth(training, SEED, SILENT, { isSpatial: true });
  const fitted = seconds();
  const { trials } = estimator;
  const testing = takeRows(houses, test);
  const spread = { intercept: 0, terms: [] };
  const predictor = new SmoothPredictor(estimator, spread, houses.table);
  const predictions = predictAll(predictor, testing);
  const perRow = timeRows(predictor, testing);

  const foldings = [{ kind: "random", folds: randomFolds(houses.target.length, SEED) }];
  const { location } = houses.table;
  if (location) foldings.push({ kind: "spatial-block", folds: spatialFolds(placeOf(houses)) });
  const held = await crossPredictSmooth(
    houses,
    foldings.map(({ folds }) => folds),
    SILENT,
    settingsOf(estimator),
  );
  const scores = foldings.map((folding, i) => scoreFolds(houses.target, held[i], folding).rmse);

  const best = (key) =>
    [...new Set(trials.map((trial) => trial[key]))].map((value) => {
      const { rmse } = trials.find((trial) => trial[key] === value);
      return `${value} ${rmse.toPrecision(6)}`;
    });
  console.log(
    `${basename(path)}: test ${score(testing.target, predictions).rmse.toPrecision(6)}, 5-fold ${scores.map((rmse) => rmse.toPrecision(6)).join(", by place ")}`,
  );
  console.log(
    `  ${estimator.coefficients.length} columns, ${JSON.stringify(estimator).length} bytes, ${perRow.toFixed(2)} µs a row; trained in ${fitted} s, all in ${seconds()} s, ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
  );
  console.log(
    `  chosen ${JSON.stringify(trials[0])}; ${["scale", "factor", "through"].map((key) => best(key).join(", ")).join("; ")}`,
  );
}

async function loadHouses(path) {
  const schema = await readTableSchema(schemaPathOf(path));
  const declared = new Table(schema);
  const columns = [...declared.features, declared.target];
  const { values, rows } = await readTable(
    path,
    columns,
    columns.map(() => false),
    "to measure",
  );
  const { width } = declared;
  const target = Float64Array.from(values[width]);
  const flat = new Float64Array(rows * width);
  for (let j = 0; j < width; j++) for (let i = 0; i < rows; i++) flat[i * width + j] = values[j][i];
  return {
    table: declared,
    rows: flat,
    target,
    features: Int32Array.from(declared.features.keys()),
    numbers: Int32Array.from(target.keys()),
  };
}

function predictAll(predictor, { table, rows, target }) {
  const { min, max } = predictor.limits;
  return target.map((_, i) => {
    predictor.read(rows, i * table.width);
    return Math.min(Math.max(predictor.prediction(), min), max);
  });
}

/** Microseconds that a prediction takes once all is warm. */
function timeRows(predictor, houses) {
  for (let i = 0; i < 20; i++) predictAll(predictor, houses);
  const started = performance.now();
  for (let i = 0; i < 20; i++) predictAll(predictor, houses);
  return ((performance.now() - started) * 1000) / 20 / houses.target.length;
}
