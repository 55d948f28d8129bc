import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(import.meta.url);
const ROOT = join(import.meta.dirname, "..");

/** How many rows of the data set are asked for. */
const ROWS = 1_000;

/** API name of each feature, in the data set's column order. */
const FEATURES = /** @type {const} */ ([
  "medInc",
  "houseAge",
  "aveRooms",
  "aveBedrms",
  "population",
  "aveOccup",
  "latitude",
  "longitude",
]);

/** The features that the guide's model takes, in its order. */
export const GUIDE_FEATURES = /** @type {const} */ (["medInc", "aveRooms", "aveOccup"]);

/** @typedef {Record<(typeof FEATURES)[number], number>} Row */

/** Rows drawn by a fixed rule, the same in every run. @returns {Row[]} */
export function drawRows() {
  const [, ...lines] = readFileSync(join(ROOT, "data/california_housing.csv"), "utf8").trim().split("\n");
  // 7,919 is a prime and no divisor of the data set's 20,640 rows: the multiples visit each row once.
  return Array.from({ length: ROWS }, (_, i) => {
    const values = lines[(i * 7_919) % lines.length].split(",").map(Number);
    return Object.fromEntries(FEATURES.map((feature, column) => [feature, values[column]]));
  });
}

/** The row with the three features of the guide alone. @param {Row} row */
export function guideInput({ medInc, aveRooms, aveOccup }) {
  return { medInc, aveRooms, aveOccup };
}

/**
 * What each row's prediction is, by the committed model with the guide's features: the sum written out here again, so
 * that no server is its own judge.
 *
 * @returns {(row: Row) => number}
 */
export function expectedPrediction() {
  const { terms, intercept } = require("../model/trained/linear/1/model.json").estimator;
  const columns = terms.map(({ feature }) => feature[0].toLowerCase() + feature.slice(1));
  if (columns.join() !== GUIDE_FEATURES.join()) {
    throw new Error(`model/trained/linear/1 has the features ${columns}, not the guide's.`);
  }
  return (row) => columns.reduce((sum, key, i) => sum + terms[i].coefficient * row[key], intercept);
}
