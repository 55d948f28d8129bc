import fc from "fast-check";
import type { LinearEstimator } from "../../../../../model/estimators/linear/linear-format";
import { effectsOf, LinearPredictor } from "../../../../../model/estimators/linear/linear-predictor";
import type { TrainedFeature } from "../../../../../model/file/trained-feature";
import { HOUSES } from "../../../../support/smooth-houses";

const NUMBER = { min: 0, max: 100, quantiles: [] };
const FEATURES: TrainedFeature[] = [
  { name: "Area", ...NUMBER, mean: 50, missing: 0 },
  { name: "Garden", ...NUMBER, mean: 20, missing: 2 },
  { name: "Style", counts: [5, 3, 2], missing: 0 },
  { name: "Heating", counts: [4, 5], missing: 1 },
  { name: "Rooms", ...NUMBER, mean: 3, missing: 0 },
];
const ESTIMATOR: LinearEstimator = {
  kind: "linear",
  rows: 10,
  intercept: 100,
  terms: [
    { feature: "Area", coefficient: 2 },
    { feature: "Garden", missing: true, coefficient: -5 },
    { feature: "Garden", coefficient: 0.5 },
    { feature: "Style", category: "house", coefficient: 10 },
    { feature: "Style", category: "villa", coefficient: 40 },
    { feature: "Heating", category: "gas", coefficient: 6 },
    { feature: "Heating", missing: true, coefficient: 3 },
  ],
};
const SPREAD = { intercept: 0, terms: [{ feature: "Area", min: 0, max: 10, coefficient: 0.1 }] };

let predictor: LinearPredictor;

beforeEach(() => {
  predictor = new LinearPredictor(ESTIMATOR, FEATURES, SPREAD, HOUSES);
});

function read(values: { readonly [name: string]: number }): void {
  const rows = new Float64Array(2 * HOUSES.width).fill(Number.NaN);
  const row = { Area: 50, Garden: 20, Style: 0, Heating: 0, Rooms: 3, ...values };
  for (const [name, value] of Object.entries(row)) rows[HOUSES.width + HOUSES.indexOf(name)] = value;
  predictor.read(rows, HOUSES.width);
}

describe("a linear prediction", () => {
  it.each([
    [{}, 210],
    [{ Area: 60 }, 230],
    [{ Garden: 0 }, 200],
    // The mean for a missing number, and the term of missing values.
    [{ Garden: Number.NaN }, 205],
    [{ Style: 1 }, 220],
    [{ Style: 2, Heating: 1 }, 256],
    [{ Style: -1 }, 210],
    [{ Heating: Number.NaN }, 213],
    [{ Heating: -1 }, 210],
    [{ Rooms: 99 }, 210],
  ])("is the intercept and the effects: %j", (values, price) => {
    read(values);
    expect(predictor.prediction()).toBeCloseTo(price, 10);
  });

  it("has a baseline and contributions that add up to it, whatever the row", () => {
    const number = fc.oneof(fc.double({ min: -1e3, max: 1e3, noNaN: true }), fc.constant(Number.NaN));
    fc.assert(
      fc.property(number, number, fc.integer({ min: -1, max: 2 }), (area, garden, style) => {
        read({ Area: area, Garden: garden, Style: style });
        const contributions = new Float64Array(predictor.groups.length);
        predictor.explain(contributions);
        const sum = contributions.reduce((total, each) => total + each, predictor.baseline);
        expect(sum).toBeCloseTo(predictor.prediction(), 8);
      }),
    );
  });

  it("has a baseline that is the mean over the training rows", () => {
    const means = [100, 20 * 0.5 + (-5 * 2) / 10, (10 * 3 + 40 * 2) / 10, (6 * 5 + 3 * 1) / 10, 0];
    expect(predictor.baseline).toBeCloseTo(100 + means.reduce((sum, mean) => sum + mean), 10);
  });

  it("has a group for each feature", () => {
    expect(predictor.groups.map(({ label }) => label)).toEqual([
      "Area",
      "Garden",
      "Style",
      "Heating",
      "Rooms",
    ]);
    expect(predictor.groups[1].features).toEqual([HOUSES.indexOf("Garden")]);
  });

  it("has a spread, and is not clipped", () => {
    read({ Area: 5 });
    expect(predictor.errorScale()).toBeCloseTo(Math.exp(0.5), 12);
    expect(predictor.limits).toEqual({ min: -Infinity, max: Infinity });
  });
});

it("a feature without terms has no effect", () => {
  const effects = effectsOf({ ...ESTIMATOR, terms: [] }, FEATURES, HOUSES);
  expect(effects.map(({ slope, absent, mean }) => [slope, absent, mean])).toEqual(
    FEATURES.map(() => [0, 0, 0]),
  );
  expect(effects[2].categories).toEqual([0, 0, 0]);
});
