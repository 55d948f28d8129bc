import { FEATURE_COUNT, FEATURES, type FeatureKey, featureIndex, writeRow } from "../../model/features";
import type { Model } from "../../model/model";

/** A query that asks one model, and what it answers. */
export interface ExampleRequest {
  readonly query: string;
  readonly answer: string;
}

/** Digits of the example's values: those of the data set are long. */
const DIGITS = 5;

const COVERAGE = 0.9;

/** A query for the model's first golden row, with the answer that the server gives. */
export function exampleRequest(model: Model): ExampleRequest {
  const { name, version, features, golden } = model.file;
  const values: { [key in FeatureKey]?: number } = {};
  features.forEach((feature, j) => {
    const { key } = FEATURES[featureIndex(feature.name)];
    values[key] = Number(Number(golden[0].features[j]).toPrecision(DIGITS));
  });
  // What the API requires although this model does not read it.
  for (const { key, required } of FEATURES) if (required) values[key] ??= 1;

  const row = new Float64Array(FEATURE_COUNT);
  writeRow(values, row);
  const predictedHousePrice = model.predict(row);
  const interval = model.interval(row, 0, COVERAGE);
  const input = Object.entries(values).map(([key, value]) => `      ${key}: ${value}`);
  return {
    query: `{
  predictHousePrice(
    input: {
${input.join("\n")}
    }
    model: { name: "${name}", version: ${version} }
  ) {
    predictedHousePrice
    interval(coverage: ${COVERAGE}) { lower upper }
  }
}`,
    answer: JSON.stringify({ data: { predictHousePrice: { predictedHousePrice, interval } } }, null, 2),
  };
}
