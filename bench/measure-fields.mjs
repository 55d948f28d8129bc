/**
 * Measures what the fields of a row cost, for `schema/field-costs.ts`: `npm run build && node --expose-gc bench/measure-fields.mjs`;
 * with a number behind it, for a linear model of a table with so many columns.
 * It prints the time to resolve a row and to write it, the bytes of the answer and of the heap, all for one row.
 */
import { createRequire } from "node:module";
import { execute, parse } from "graphql";

const load = createRequire(import.meta.url);
const { ModelCatalogue } = load("../dist/model/registry/catalogue.js");
const { loadModels } = load("../dist/model/registry/version-reader.js");
const { Model } = load("../dist/model/model.js");
const { buildSchema } = load("../dist/schema/build-schema.js");

const ROWS = 2000;
const ROUNDS = 5;

const width = Number(process.argv[2] ?? 0);

const HOUSE = {
  medInc: 3,
  houseAge: 20,
  aveRooms: 5,
  aveBedrms: 1,
  population: 1000,
  aveOccup: 2,
  latitude: 37.5,
  longitude: -122,
};
const ODD_HOUSE = {
  ...HOUSE,
  medInc: 300.1,
  houseAge: 2000.1,
  aveRooms: 5000.1,
  aveBedrms: 999.9,
  latitude: 7.5,
};
const columns = Array.from({ length: width }, (_, i) => `column${i}`);
const rowOf = (/** @type {number} */ value) => Object.fromEntries(columns.map((name) => [name, value]));
const USUAL = width > 0 ? rowOf(10.25) : HOUSE;
const UNUSUAL = width > 0 ? rowOf(1e6) : ODD_HOUSE;
const INVALID = Object.fromEntries(Object.keys(USUAL).map((key) => [key, -1e20]));

const CASES = [
  ["__typename", USUAL],
  ["... on HousePricePrediction { unclippedHousePrice }", USUAL],
  ["... on HousePricePrediction { interval { lower } }", USUAL],
  ["... on HousePricePrediction { contributions { label } }", USUAL],
  ["... on HousePricePrediction { contributions { features label value contribution } }", USUAL],
  ["... on HousePricePrediction { contributions(first: 5) { label value contribution } }", USUAL],
  ["... on HousePricePrediction { warnings { code } }", USUAL],
  ["... on HousePricePrediction { warnings { code feature value range { min max } message } }", UNUSUAL],
  ["... on HousePricePrediction { model { name version sha256 } }", USUAL],
  ["... on InvalidHouseFeatures { message }", INVALID],
  ["... on InvalidHouseFeatures { index message fields { path message } }", INVALID],
];

const { models } = await loadModels("model/trained");
const contextValue = { catalogue: new ModelCatalogue(width > 0 ? [wideModel()] : models) };
const schema = buildSchema(contextValue.catalogue.table);

for (const [selection, row] of CASES) {
  const document = parse(
    `query ($i: [HouseFeaturesInput!]!) { predictHousePrices(inputs: $i) { ${selection} } }`,
  );
  const variableValues = { i: Array.from({ length: ROWS }, () => ({ ...row })) };
  let [resolving, writing, bytes, heap] = [Infinity, Infinity, 0, 0];
  for (let round = 0; round < ROUNDS; round++) {
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    const began = performance.now();
    const result = execute({ schema, document, variableValues, contextValue });
    const resolved = performance.now();
    bytes = JSON.stringify(result).length / ROWS;
    writing = Math.min(writing, performance.now() - resolved);
    resolving = Math.min(resolving, resolved - began);
    globalThis.gc?.();
    heap = (process.memoryUsage().heapUsed - before) / ROWS;
  }
  const micros = (milliseconds) => `${((milliseconds * 1000) / ROWS).toFixed(1)} µs`.padStart(9);
  console.log(
    `${micros(resolving)} ${micros(writing)} ${bytes.toFixed(0).padStart(5)} B ${heap.toFixed(0).padStart(6)} B heap  ${selection}`,
  );
}

/** A linear model of numeric features. */
function wideModel() {
  const { file } = models.find(({ id }) => id === "linear@1");
  const fields = columns.map((name) => ({ name, type: "number", constraints: { minimum: 0 } }));
  const quantiles = Array.from({ length: 19 }, (_, i) => i);
  const range = { min: 0, max: 20, mean: 10, quantiles, missing: 0 };
  return new Model(
    {
      ...file,
      table: { fields: [...fields, { name: "price", type: "number", role: "target", currency: "USD" }] },
      features: columns.map((name) => ({ name, ...range })),
      estimator: {
        kind: "linear",
        rows: 1000,
        intercept: 1,
        terms: columns.map((feature) => ({ feature, coefficient: 1 })),
      },
      uncertainty: { ...file.uncertainty, spread: { intercept: 0, terms: [] } },
      novelty: { columns: [], whitening: [], threshold: 1 },
    },
    "0".repeat(64),
  );
}
