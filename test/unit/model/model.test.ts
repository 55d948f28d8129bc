import { assert, double, property, tuple } from "fast-check";
import type { Model } from "../../../model/model";
import { CALIFORNIA } from "../../support/california";
import { committedModels } from "../../support/committed-models";
import { numbersOf } from "../../support/numbers-of";
import { testRowsOf, trainingRowsOf } from "../../support/test-rows";

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
      const gaps = Array.from(target, (_, i) => gap(model, rows, i * CALIFORNIA.width));
      expect(gaps).toHaveLength(4128);
      expect(Math.max(...gaps)).toBeLessThan(1e-9);
    }
  });

  it("they add up on any input within and far outside of the training ranges", async () => {
    for (const model of await committedModels()) {
      const features = numbersOf(model.file).map(({ name, min, max }) => {
        const { domain } = CALIFORNIA.features[CALIFORNIA.indexOf(name)];
        const reach = max - min;
        // Zero itself is no income; the rest of the domain counts, up to three ranges away.
        return double({
          min: Math.max(min - 3 * reach, domain.exclusiveMin ? 1e-6 : domain.min),
          max: Math.min(max + 3 * reach, domain.max),
          noNaN: true,
        });
      });
      assert(
        property(tuple(...features), (values) => {
          const row = new Float64Array(CALIFORNIA.width).fill(Number.NaN);
          model.file.features.forEach(({ name }, i) => {
            row[CALIFORNIA.indexOf(name)] = values[i];
          });
          expect(gap(model, row, 0)).toBeLessThan(1e-9);
        }),
      );
    }
  });

  it("the baseline is the prediction at the training means where the model is linear in the features", async () => {
    for (const model of await committedModels()) {
      if (model.file.estimator.kind !== "linear") continue;
      const means = numbersOf(model.file).map(({ mean }) => mean);
      expect(model.predictValues(means)).toBeCloseTo(model.baseline, 9);
    }
  });

  it("the baseline is the mean prediction over the training rows, before clipping", async () => {
    for (const model of await committedModels()) {
      const { rows, target } = await trainingRowsOf(model);
      const predictions = Array.from(target, (_, i) => model.predictUnclipped(rows, i * CALIFORNIA.width));
      const mean = predictions.reduce((sum, value) => sum + value, 0) / predictions.length;
      expect(mean).toBeCloseTo(model.baseline, 6);
    }
  });

  it("every feature of the model is in some group, and no two groups have the same label", async () => {
    for (const model of await committedModels()) {
      const { rows } = await testRowsOf(model);
      const groups = model.contributions(rows, 0);
      const used = [...new Set(groups.flatMap(({ features }) => features))].sort((a, b) => a - b);
      const own = model.file.features.map(({ name }) => CALIFORNIA.indexOf(name)).sort((a, b) => a - b);
      expect(used).toEqual(own);
      expect(new Set(groups.map(({ label }) => label)).size).toBe(groups.length);
    }
  });
});
