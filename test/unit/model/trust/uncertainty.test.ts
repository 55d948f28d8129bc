import { assert, constantFrom, double, property } from "fast-check";
import { DIFFERENCE } from "../../../../model/estimators/error-measure";
import { FeatureSpreadFunction } from "../../../../model/estimators/feature-spread";
import type { Uncertainty } from "../../../../model/file/format";
import { intervalAround, residualQuantile } from "../../../../model/trust/uncertainty";
import { CALIFORNIA } from "../../../support/california";
import { committedFile, committedModels } from "../../../support/committed-models";

const uncertainty: Uncertainty = {
  folds: 5,
  spread: { intercept: 0, terms: [] },
  quantiles: [
    { coverage: 0.5, quantile: 1 },
    { coverage: 0.8, quantile: 2 },
    { coverage: 0.99, quantile: 4 },
  ],
};

describe("residualQuantile", () => {
  it.each([
    [0.5, 1],
    [0.8, 2],
    [0.99, 4],
  ])("gives at the level %d what the file keeps", (coverage, quantile) => {
    expect(residualQuantile(uncertainty, coverage)).toBe(quantile);
  });

  it("is linear between two levels", () => {
    expect(residualQuantile(uncertainty, 0.65)).toBeCloseTo(1.5, 12);
    expect(residualQuantile(uncertainty, 0.895)).toBeCloseTo(3, 12);
  });

  it("stays at the ends beyond them", () => {
    expect(residualQuantile(uncertainty, 0.1)).toBe(1);
    expect(residualQuantile(uncertainty, 0.999)).toBe(4);
  });

  it("never falls as the coverage rises, in the committed models", () => {
    const coverage = double({ min: 0.5, max: 0.99, noNaN: true });
    assert(
      property(constantFrom(1, 2), coverage, coverage, (version, a, b) => {
        const of = committedFile(version).uncertainty;
        expect(residualQuantile(of, Math.min(a, b))).toBeLessThanOrEqual(
          residualQuantile(of, Math.max(a, b)),
        );
      }),
    );
  });
});

describe("FeatureSpreadFunction", () => {
  const rowWith = (age: number) => {
    const row = new Float64Array(CALIFORNIA.width).fill(Number.NaN);
    row[CALIFORNIA.indexOf("HouseAge")] = age;
    return row;
  };
  const spread = new FeatureSpreadFunction(
    { intercept: 0.5, terms: [{ feature: "HouseAge", min: 10, max: 40, coefficient: 0.1 }] },
    CALIFORNIA,
  );

  it("is the exponential of a linear function of the features", () => {
    expect(spread.at(rowWith(20), 0)).toBeCloseTo(Math.exp(0.5 + 0.1 * 20), 12);
  });

  it("takes a missing value for one in the middle where training knew none", () => {
    expect(spread.at(rowWith(Number.NaN), 0)).toBe(spread.at(rowWith(25), 0));
  });

  it("stays what it is at the ends of the bulk beyond them", () => {
    expect(spread.at(rowWith(1_000_000), 0)).toBe(spread.at(rowWith(40), 0));
    expect(spread.at(rowWith(0), 0)).toBe(spread.at(rowWith(10), 0));
  });

  it("reads the row at the offset", () => {
    const rows = new Float64Array([...rowWith(10), ...rowWith(30)]);
    expect(spread.at(rows, CALIFORNIA.width)).toBe(spread.at(rowWith(30), 0));
  });
});

describe("intervalAround", () => {
  it("has the half-width on both sides", () => {
    expect(intervalAround(DIFFERENCE, 2, 0.5, { min: 0, max: 5 })).toEqual({ lower: 1.5, upper: 2.5 });
  });

  it("ends where the target ends", () => {
    expect(intervalAround(DIFFERENCE, 4.8, 0.5, { min: 0.1, max: 5 })).toEqual({ lower: 4.3, upper: 5 });
    expect(intervalAround(DIFFERENCE, 0.2, 0.5, { min: 0.1, max: 5 })).toEqual({ lower: 0.1, upper: 0.7 });
  });

  it("is a point where all of it is beyond the target's range", () => {
    expect(intervalAround(DIFFERENCE, 9, 0.5, { min: 0.1, max: 5 })).toEqual({ lower: 5, upper: 5 });
  });
});

describe("a prediction with its interval", () => {
  it("is the prediction and the interval", async () => {
    for (const model of await committedModels()) {
      const row = Float64Array.of(3.5, 30, 5, 1, 1000, 2, 34, -118);
      expect(model.predictWithInterval(row, 0, 0.8)).toEqual({
        prediction: model.predict(row),
        interval: model.interval(row, 0, 0.8),
      });
    }
  });
});
