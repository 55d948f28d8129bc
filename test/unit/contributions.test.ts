import { array, assert, double, property } from "fast-check";
import { FEATURE_COUNT, featureIndex } from "../../model/features";
import type { Model } from "../../model/model";
import { committedModels, testRowsOf } from "../support/test-rows";

/** Distance between the unclipped prediction and what the explanation adds up to. */
function gap(model: Model, rows: Float64Array, offset: number): number {
  const sum = model
    .contributions(rows, offset)
    .reduce((total, { contribution }) => total + contribution, model.baseline);
  return Math.abs(sum - model.predictUnclipped(rows, offset));
}

describe("when a prediction is explained", () => {
  it("baseline and contributions add up to the unclipped prediction on every test row", async () => {
    for (const model of await committedModels()) {
      const { rows, target } = await testRowsOf(model);
      const gaps = Array.from(target, (_, i) => gap(model, rows, i * FEATURE_COUNT));
      expect(gaps).toHaveLength(4128);
      expect(Math.max(...gaps)).toBeLessThan(1e-9);
    }
  });

  it("they add up on any input within and far outside of the training ranges", async () => {
    for (const model of await committedModels()) {
      const positions = array(double({ min: -2, max: 3, noNaN: true }), {
        minLength: FEATURE_COUNT,
        maxLength: FEATURE_COUNT,
      });
      assert(
        property(positions, (values) => {
          const row = new Float64Array(FEATURE_COUNT);
          // 0 and 1 are the ends of the training range.
          model.file.features.forEach(({ name, min, max }, i) => {
            row[featureIndex(name)] = min + values[i] * (max - min);
          });
          expect(gap(model, row, 0)).toBeLessThan(1e-9);
        }),
      );
    }
  });

  it("nothing contributes at the training means, where the prediction is the baseline", async () => {
    for (const model of await committedModels()) {
      const means = model.file.features.map(({ mean }) => mean);
      expect(model.predictValues(means)).toBeCloseTo(model.baseline, 9);
    }
  });

  it("each feature of the model is in exactly one group, with a label", async () => {
    for (const model of await committedModels()) {
      const { rows } = await testRowsOf(model);
      const groups = model.contributions(rows, 0);
      const features = groups.flatMap((group) => group.features);
      expect(new Set(features).size).toBe(features.length);
      expect(features).toHaveLength(model.file.features.length);
      for (const { label } of groups) expect(label).not.toBe("");
    }
  });
});
