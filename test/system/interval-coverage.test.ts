import { CALIFORNIA } from "../support/california";
import { committedModels } from "../support/committed-models";
import { testRowsOf } from "../support/test-rows";

describe("when the committed models give intervals for the rows that training held back", () => {
  it.each([0.5, 0.8, 0.9, 0.95])("they hold the truth within 1.5 points of %d", async (coverage) => {
    for (const model of await committedModels()) {
      const { rows, target } = await testRowsOf(model);
      expect(target).toHaveLength(4128);
      const inside = target.filter((actual, i) => {
        const { lower, upper } = model.interval(rows, i * CALIFORNIA.width, coverage);
        return lower <= actual && actual <= upper;
      });
      const observed = inside.length / target.length;
      expect({ model: model.id, isClose: Math.abs(observed - coverage) <= 0.015, observed }).toMatchObject({
        isClose: true,
      });
    }
  });

  it("finds in the model files what it measures", async () => {
    for (const model of await committedModels()) {
      const { rows, target } = await testRowsOf(model);
      for (const { nominal, observed, meanWidth } of model.file.metrics.coverage) {
        let inside = 0;
        let width = 0;
        target.forEach((actual, i) => {
          const { lower, upper } = model.interval(rows, i * CALIFORNIA.width, nominal);
          if (lower <= actual && actual <= upper) inside++;
          width += upper - lower;
        });
        expect(inside / target.length).toBeCloseTo(observed, 12);
        expect(width / target.length).toBeCloseTo(meanWidth, 9);
      }
    }
  });

  it("finds them wider where more is promised, about the prediction, and within the target's range", async () => {
    for (const model of await committedModels()) {
      const { min, max } = model.file.target;
      const { rows, target } = await testRowsOf(model);
      target.slice(0, 500).forEach((_, i) => {
        const offset = i * CALIFORNIA.width;
        const narrow = model.interval(rows, offset, 0.5);
        const wide = model.interval(rows, offset, 0.99);
        const prediction = Math.min(Math.max(model.predict(rows, offset), min), max);
        expect(wide.lower).toBeLessThanOrEqual(narrow.lower);
        expect(narrow.lower).toBeLessThanOrEqual(prediction);
        expect(prediction).toBeLessThanOrEqual(narrow.upper);
        expect(narrow.upper).toBeLessThanOrEqual(wide.upper);
        expect(wide.lower).toBeGreaterThanOrEqual(min);
        expect(wide.upper).toBeLessThanOrEqual(max);
      });
    }
  });

  it("finds them no wider on average, at 90 %, than intervals of a constant width", async () => {
    for (const { file } of await committedModels()) {
      const check = file.metrics.coverage.find(({ nominal }) => nominal === 0.9);
      expect(check?.meanWidth).toBeLessThanOrEqual(check?.constantMeanWidth ?? 0);
    }
  });
});
