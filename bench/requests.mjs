import { guideInput } from "./rows.mjs";

/**
 * One kind of request: where it goes, its bodies (cycled, so that no answer can be a remembered one), and how the
 * predictions are read from an answer.
 *
 * @typedef {object} Requests
 * @property {string} path
 * @property {readonly string[]} bodies - JSON
 * @property {number} rows - predictions in one answer
 * @property {(answer: Answer) => readonly number[]} predictions
 */

/** @typedef {import("./rows.mjs").Row} Row */

/**
 * What the servers answer: GraphQL's `data`, or one of FastAPI's two.
 *
 * @typedef {object} Answer
 * @property {{ predictHousePrice: Prediction, predictHousePrices: Prediction[] }} data
 * @property {number} predicted_house_price
 * @property {number[]} predicted_house_prices
 */

/** @typedef {{ predictedHousePrice: number }} Prediction */

const SINGLE = `query PredictHousePrice($input: HouseFeaturesInput!) {
  predictHousePrice(input: $input) {
    predictedHousePrice
  }
}`;

const BATCH = `query PredictHousePrices($inputs: [HouseFeaturesInput!]!, $model: ModelSelector) {
  predictHousePrices(inputs: $inputs, model: $model) {
    ... on HousePricePrediction {
      predictedHousePrice
    }
  }
}`;

/** How many different bodies there are of a batch: enough that none is a remembered one, few enough to hold. */
const BATCH_BODIES = 8;

/** Single predictions through GraphQL. @param {readonly Row[]} rows @returns {Requests} */
export function graphqlSingle(rows) {
  return {
    path: "/graphql",
    rows: 1,
    bodies: rows.map((row) => JSON.stringify({ query: SINGLE, variables: { input: guideInput(row) } })),
    predictions: ({ data }) => [data.predictHousePrice.predictedHousePrice],
  };
}

/**
 * Batches through GraphQL.
 *
 * @param {readonly Row[]} rows
 * @param {number} size - rows in one request
 * @param {{ name: string }} [model] - the model that answers, which then gets all eight features
 * @returns {Requests}
 */
export function graphqlBatch(rows, size, model) {
  return {
    path: "/graphql",
    rows: size,
    bodies: batches(rows, size).map((batch) =>
      JSON.stringify({ query: BATCH, variables: { inputs: model ? batch : batch.map(guideInput), model } }),
    ),
    predictions: ({ data }) => data.predictHousePrices.map(({ predictedHousePrice }) => predictedHousePrice),
  };
}

/** Single predictions through FastAPI. @param {readonly Row[]} rows @returns {Requests} */
export function fastapiSingle(rows) {
  return fastapiSingleAt("/predict", rows);
}

/** The same by a plain `def`, which FastAPI runs in a pool of threads. @param {readonly Row[]} rows */
export function fastapiSingleInPool(rows) {
  return fastapiSingleAt("/predict_in_pool", rows);
}

/** @param {string} path @param {readonly Row[]} rows @returns {Requests} */
function fastapiSingleAt(path, rows) {
  return {
    path,
    rows: 1,
    bodies: rows.map((row) => JSON.stringify(guideInput(row))),
    predictions: ({ predicted_house_price }) => [predicted_house_price],
  };
}

/** Batches through FastAPI, as one matrix of the guide's features. @param {readonly Row[]} rows @param {number} size */
export function fastapiBatch(rows, size) {
  return fastapiMatrix(rows.map(guideInput), size);
}

/** Batches through FastAPI, as one matrix of all features. @param {readonly Row[]} rows @param {number} size */
export function fastapiBatchOfAll(rows, size) {
  return fastapiMatrix(rows, size);
}

/** @param {readonly object[]} rows @param {number} size @returns {Requests} */
function fastapiMatrix(rows, size) {
  return {
    path: "/predict_batch",
    rows: size,
    bodies: batches(rows, size).map((batch) =>
      JSON.stringify({ rows: batch.map((row) => Object.values(row)) }),
    ),
    predictions: ({ predicted_house_prices }) => predicted_house_prices,
  };
}

/**
 * Batches of `size` rows, each beginning at another row.
 *
 * @template T
 * @param {readonly T[]} rows
 * @param {number} size
 */
export function batches(rows, size) {
  return Array.from({ length: BATCH_BODIES }, (_, batch) =>
    Array.from({ length: size }, (_, i) => rows[(batch * 125 + i) % rows.length]),
  );
}
