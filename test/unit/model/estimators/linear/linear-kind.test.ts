import type { LinearEstimator, LinearTerm } from "../../../../../model/estimators/linear/linear-format";
import { linear } from "../../../../../model/estimators/linear/linear-kind";
import type { TrainedFeature } from "../../../../../model/file/trained-feature";
import { HOUSES } from "../../../../support/smooth-houses";

const AREA: TrainedFeature = { name: "Area", min: 0, max: 9, mean: 5, quantiles: [1, 8], missing: 0 };
const ROOMS: TrainedFeature = { ...AREA, name: "Rooms" };
const STYLE: TrainedFeature = { name: "Style", counts: [5, 3, 2], missing: 0 };
const NO_SPREAD = { intercept: 0, terms: [] };

const estimatorOf = (...terms: LinearTerm[]): LinearEstimator => ({
  kind: "linear",
  rows: 10,
  intercept: 7,
  terms,
});

describe("a linear model fits its table", () => {
  const misfit = (...terms: LinearTerm[]) =>
    linear.findMisfit(estimatorOf(...terms), [AREA, STYLE], NO_SPREAD, HOUSES);

  it.each<[LinearTerm, string | undefined]>([
    [{ feature: "Area", coefficient: 1 }, undefined],
    [{ feature: "Area", missing: true, coefficient: 1 }, undefined],
    [{ feature: "Style", category: "villa", coefficient: 1 }, undefined],
    [{ feature: "Style", missing: true, coefficient: 1 }, undefined],
    [{ feature: "Rooms", coefficient: 1 }, 'There is no column "Rooms"'],
    [{ feature: "Style", coefficient: 1 }, 'There is no column "Style"'],
    [{ feature: "Style", category: "castle", coefficient: 1 }, 'There is no column "Style = castle"'],
    [{ feature: "Area", category: "1", coefficient: 1 }, 'There is no column "Area = 1"'],
  ])("if its columns exist: %j", (term, problem) => {
    expect(misfit(term)).toBe(problem);
  });

  it("also those that share an effect, and those of the spread", () => {
    const estimator = { ...estimatorOf(), aliased: [{ feature: "Rooms" }] };
    expect(linear.findMisfit(estimator, [AREA], NO_SPREAD, HOUSES)).toBe('There is no column "Rooms"');
    const spread = { intercept: 0, terms: [{ feature: "Rooms", min: 0, max: 1, coefficient: 1 }] };
    expect(linear.findMisfit(estimatorOf(), [AREA], spread, HOUSES)).toMatch(/spread uses a feature/);
  });
});

describe("a linear model", () => {
  const terms: LinearTerm[] = [{ feature: "Area", coefficient: 2 }];

  it("is described by one coefficient for each feature, if all are numbers", () => {
    const description = linear.describe(estimatorOf(...terms), [AREA, ROOMS], HOUSES);
    expect(description).toMatchObject({ intercept: 7, columns: 1, coefficients: [2, 0], penalties: [] });
    expect(description.weights.rows).toEqual([
      ["Area", 2],
      ["(intercept)", 7],
    ]);
  });

  it.each([
    ["categories", [AREA, STYLE]],
    ["missing values", [AREA, { ...ROOMS, missing: 1 }]],
  ])("has no such list with %s", (_what, features) => {
    expect(linear.describe(estimatorOf(...terms), features, HOUSES).coefficients).toBeUndefined();
  });

  it("owns estimators of its name, and knows no places", () => {
    expect(linear.owns(estimatorOf())).toBe(true);
    expect(linear.owns({ kind: "smooth" })).toBe(false);
    expect(linear.trainingPlaces(estimatorOf())).toBeUndefined();
    expect(linear.errorMeasure(estimatorOf()).errorOf(5, 3)).toBe(2);
  });
});
