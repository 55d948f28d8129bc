import type { SmoothSpread } from "../../../../../model/estimators/smooth/smooth-format";
import { smooth } from "../../../../../model/estimators/smooth/smooth-kind";
import { SmoothPredictor } from "../../../../../model/estimators/smooth/smooth-predictor";
import { SMALL_BASIS, SMALL_FEATURES, smallSmooth } from "../../../../support/small-smooth";
import { HOUSES } from "../../../../support/smooth-houses";

const NO_SPREAD = { intercept: 0, terms: [] };
const LOG = { kind: "log", smearing: 2 } as const;

const misfit = (changes = {}, features = SMALL_FEATURES, spread: SmoothSpread = NO_SPREAD) =>
  smooth.findMisfit(smallSmooth(changes), features, spread, HOUSES);

describe("a smooth model fits its features", () => {
  const problem = "The basis uses a feature that is not listed";

  it("if they are all listed, with their type", () => {
    expect(misfit()).toBeUndefined();
  });

  it.each(SMALL_FEATURES.map(({ name }) => name))("and not without %s", (name) => {
    const others = SMALL_FEATURES.filter((feature) => feature.name !== name);
    expect(misfit({}, others)).toBe(problem);
  });

  it.each(["North", "East", "Area", "Rooms"])("and not if %s is a category", (name) => {
    const changed = SMALL_FEATURES.map((each) =>
      each.name === name ? { name, counts: [1, 1, 1], missing: 0 } : each,
    );
    expect(misfit({}, changed)).toBe(problem);
  });

  it("also if a category is known to be missing or not", () => {
    const blocks = [{ kind: "missing" as const, feature: "Style", share: 0 }];
    expect(misfit({ basis: { curves: [], location: null, blocks } })).toBeUndefined();
  });

  it("and not if a block has a category that the table does not have", () => {
    const counts = (count: number) =>
      SMALL_FEATURES.map((each) =>
        each.name === "Style"
          ? { name: "Style", counts: Array.from({ length: count }, () => 1), missing: 0 }
          : each,
      );
    // The last category of the block is the third.
    expect(misfit({}, counts(3))).toBeUndefined();
    expect(misfit({}, counts(2))).toBe(problem);
  });

  it("if the spread has a coefficient for each column, or reads numbers that are listed", () => {
    const spread = (count: number) => ({
      intercept: 0,
      coefficients: Array.from({ length: count }, () => 0),
      min: 0,
      max: 1,
    });
    const terms = [{ feature: "Style", min: 0, max: 1, coefficient: 1 }];
    expect(misfit({}, SMALL_FEATURES, spread(23))).toBeUndefined();
    expect(misfit({}, SMALL_FEATURES, spread(22))).toBe(
      "Expected one spread coefficient per column of the basis",
    );
    expect(misfit({}, SMALL_FEATURES, { intercept: 0, terms })).toBe(
      "The spread uses a feature that is not listed",
    );
  });
});

describe("a smooth model", () => {
  const describeIt = (changes = {}) => smooth.describe(smallSmooth(changes), SMALL_FEATURES, HOUSES);

  it("is described by its intercept, its columns and its penalties, each kind once", () => {
    expect(describeIt()).toMatchObject({ intercept: 0.5, columns: 23, coefficients: undefined });
    expect(describeIt().penalties).toEqual([
      { terms: "one feature", penalty: 1 },
      { terms: "missing values", penalty: 2 },
      { terms: "a category", penalty: 3 },
      { terms: "location", penalty: 4 },
      { terms: "two features", penalty: 5 },
      { terms: "a feature × location", penalty: 6 },
      { terms: "a feature × a category", penalty: 7 },
      { terms: "similar houses", penalty: 8 },
    ]);
  });

  it("has an intercept in the unit of the target, also if it was fitted to the logarithm", () => {
    expect(describeIt({ scale: LOG }).intercept).toBeCloseTo(2 * Math.exp(0.5), 12);
  });

  it("has a table of its blocks, the one with the largest effect first", () => {
    // The deviations are those of `smallSmooth`: 5 · b modulo 9, in tenths.
    expect(describeIt().weights).toEqual({
      head: ["group (of 23 columns)", "standard deviation"],
      rows: [
        ["Heating × Rooms", 0.8],
        ["Area × Rooms", 0.7],
        ["Style", 0.6],
        ["Rooms", 0.5],
        ["similar houses", 0.4],
        ["Area × location", 0.3],
        ["location", 0.2],
        ["Garden is missing", 0.1],
        ["Area", 0],
      ],
      decimals: 4,
    });
    expect(describeIt({ scale: LOG }).weights.head[1]).toBe("standard deviation (log)");
  });

  it("measures errors on the scale of the regression", () => {
    const ofTarget = smooth.errorMeasure(smallSmooth());
    const ofLogarithm = smooth.errorMeasure(smallSmooth({ scale: LOG }));
    expect(ofTarget.errorOf(5, 3)).toBe(2);
    expect(ofLogarithm.errorOf(Math.E * 3, 3)).toBeCloseTo(1, 12);
    expect(ofLogarithm.actualAt(3, 1)).toBeCloseTo(3 * Math.E, 12);
  });

  it("owns estimators of its name, and has the centres of its location as places", () => {
    expect(smooth.name).toBe("smooth");
    expect(smooth.owns(smallSmooth())).toBe(true);
    expect(smooth.owns({ kind: "linear" })).toBe(false);
    expect(smooth.trainingPlaces(smallSmooth())).toEqual([
      [50, 4],
      [52, 7],
    ]);
    const basis = { ...SMALL_BASIS, location: null };
    expect(smooth.trainingPlaces(smallSmooth({ basis }))).toBeUndefined();
  });

  it("predicts by its predictor", () => {
    const predictor = smooth.createPredictor(smallSmooth(), SMALL_FEATURES, NO_SPREAD, HOUSES);
    const own = new SmoothPredictor(smallSmooth(), NO_SPREAD, HOUSES);
    const row = Float64Array.of(52, 7, 22, 4.4, 100, 2, 1);
    predictor.read(row, 0);
    own.read(row, 0);
    expect(predictor.prediction()).toBe(own.prediction());
  });
});
