import type { Model } from "../../../../model/model";

import { RequestPredictions } from "../../../../src/monitoring/request-predictions";
import { CALIFORNIA } from "../../../support/california";
import { committedModels } from "../../../support/committed-models";

/** A house without anything unusual, and one that is older than any training row. */
const USUAL = [3.5, 25, 5, 1, 1200, 2.5, 34, -118];
const OLD = [3.5, 99, 5, 1, 1200, 2.5, 34, -118];

let models: readonly Model[];
let predictions: RequestPredictions;

beforeAll(async () => {
  models = await committedModels();
});
beforeEach(() => {
  predictions = new RequestPredictions();
});

function predict(model: Model, values: readonly number[], offset = 0): void {
  const rows = new Float64Array(offset + CALIFORNIA.width).fill(Number.NaN);
  rows.set(values, offset);
  predictions.predicted(model, rows, offset, model.predict(rows, offset));
}

const counts = () => predictions.models.map(({ model, rows }) => [model.id, rows]);
const warnings = () =>
  predictions.models.flatMap(({ model, warnings: found }) =>
    [...(found?.values() ?? [])].map(({ finding, rows }) => [model.id, finding.code, finding.feature, rows]),
  );

describe("the predictions of a request", () => {
  it("when nothing was predicted, then there is nothing", () => {
    expect(counts()).toEqual([]);
    expect(predictions.batches).toEqual([]);
  });

  it("when models take turns, then each has its own number of rows", () => {
    const [a, b] = models;
    for (const model of [a, b, a, a]) predict(model, USUAL);
    expect(counts()).toEqual([
      [a.id, 3],
      [b.id, 1],
    ]);
  });

  it("when rows are unusual, then their warnings are counted by model, code and feature", () => {
    const model = models.find(({ id }) => id === "linear@2");
    if (!model) throw new Error("linear@2 is missing.");
    predict(model, USUAL);
    expect(warnings()).toEqual([]);
    predict(model, OLD);
    predict(model, OLD, CALIFORNIA.width);
    expect(warnings()).toContainEqual(["linear@2", "FEATURE_OUT_OF_RANGE", "houseAge", 2]);
  });

  it("when a batch is predicted block by block, then it is one batch", () => {
    predictions.batched(500, 0);
    predictions.batched(500, 500);
    predictions.batched(20, 1000);
    predictions.batched(3, 0);
    expect(predictions.batches).toEqual([1020, 3]);
  });
});
