import * as v from "valibot";
import {
  type SmoothEstimator,
  SmoothEstimatorSchema,
  SmoothSpreadSchema,
} from "../../../../../model/estimators/smooth/smooth-format";
import { BOUNDS } from "../../../../../model/file/bounds";
import { curveData } from "../../../../support/small-basis";
import { SMALL_BASIS, smallSmooth } from "../../../../support/small-smooth";

const problemsOf = (estimator: object) =>
  v.safeParse(SmoothEstimatorSchema, estimator).issues?.map(({ message }) => message);
const problemsWith = (changes: object) => problemsOf({ ...smallSmooth(), ...changes });

/** A basis of many similar blocks: as many columns as are asked for. */
function estimatorOfColumns(columns: number): SmoothEstimator {
  const perBlock = 200;
  const categories = Array.from({ length: perBlock }, (_, c) => c);
  const blocks = Array.from({ length: Math.floor(columns / perBlock) }, () => ({
    kind: "category" as const,
    feature: "Style",
    categories,
  }));
  const rest = columns % perBlock;
  const last =
    rest > 0 ? [{ kind: "category" as const, feature: "Style", categories: categories.slice(0, rest) }] : [];
  return smallSmooth({ basis: { curves: [], location: null, blocks: [...blocks, ...last] } });
}

/** A basis of so many typical houses, with 20 features each. */
function estimatorOfTypicalHouses(count: number): SmoothEstimator {
  const similarity = {
    kind: "similarity" as const,
    features: Array.from({ length: 20 }, () => ({ feature: "Area", weight: 1 })),
    length: 1,
    centres: Array.from({ length: count }, () => Array.from({ length: 20 }, () => 0)),
  };
  return smallSmooth({ basis: { curves: [curveData("Area")], location: null, blocks: [similarity] } });
}

describe("a smooth model in a file", () => {
  it("is accepted if its parts fit", () => {
    expect(problemsWith({})).toBeUndefined();
    expect(problemsWith({ scale: { kind: "log", smearing: 1.1 } })).toBeUndefined();
  });

  it("has functions for all that its blocks read", () => {
    const basis = { ...SMALL_BASIS, curves: [] };
    expect(problemsWith({ basis })?.[0]).toBe("A block uses a function that the basis does not have");
  });

  it("has a coefficient for each column", () => {
    const coefficients = Array.from({ length: 22 }, () => 0);
    expect(problemsWith({ coefficients })).toEqual(["Expected one coefficient per column of the basis"]);
    expect(problemsWith({ coefficients: [...coefficients, 0, 0] })).toHaveLength(1);
  });

  it("has the mean and the deviation of the contribution of each block", () => {
    const one = { mean: 0, deviation: 1 };
    expect(problemsWith({ contributions: [one] })).toEqual(["Expected the contributions of each block"]);
  });

  it("predicts a logarithm only of a target above 0", () => {
    const log = { kind: "log", smearing: 1 };
    const problem = "Expected a target above 0, since the regression predicts its logarithm";
    expect(problemsWith({ scale: log, clip: { min: 0, max: 9 } })).toEqual([problem]);
    expect(problemsWith({ scale: log, clip: { min: 0.01, max: 9 } })).toBeUndefined();
    expect(problemsWith({ clip: { min: -5, max: 9 } })).toBeUndefined();
  });

  it("has at most so many columns", () => {
    expect(problemsOf(estimatorOfColumns(BOUNDS.columns))).toBeUndefined();
    const tooMany = { ...estimatorOfColumns(BOUNDS.columns + 1), coefficients: [] };
    expect(problemsOf(tooMany)).toEqual([
      "Expected blocks of at most 20000 columns in total",
      "Expected one coefficient per column of the basis",
    ]);
  });

  it("takes at most so many operations for a row", () => {
    // 20 for the curve, and 6 + 3 · 20 for each of 1211 typical houses are 79 946; one more, and it is 80 012.
    expect(problemsOf(estimatorOfTypicalHouses(1211))).toBeUndefined();
    expect(problemsOf(estimatorOfTypicalHouses(1212))).toEqual([
      "Expected a basis of at most 80000 operations per row",
    ]);
  });
});

describe("hyperparameters of a smooth model", () => {
  const trial = { scale: "log", factor: 1, through: "curve", rmse: 0 };

  it.each<[string, object, boolean]>([
    ["an error of 0", {}, true],
    ["a negative error", { rmse: -1 }, false],
    ["a factor of 0", { factor: 0 }, false],
    ["an unknown scale", { scale: "root" }, false],
    ["an unknown kind of block", { through: "wave" }, false],
    ["an unknown property", { more: 1 }, false],
  ])("with %s", (_what, changes, isAccepted) => {
    expect(problemsWith({ trials: [{ ...trial, ...changes }] }) === undefined).toBe(isAccepted);
  });

  it.each(Object.keys(smallSmooth().penalties))("have a penalty above 0 for %s", (kind) => {
    const { penalties } = smallSmooth();
    expect(problemsWith({ penalties: { ...penalties, [kind]: 0 } })).toHaveLength(1);
    expect(problemsWith({ penalties: { ...penalties, [kind]: 0.1 } })).toBeUndefined();
  });

  it("have a smearing factor above 0", () => {
    expect(problemsWith({ scale: { kind: "log", smearing: 0 } })).toHaveLength(1);
  });
});

describe("the spread of a smooth model", () => {
  it("is one of the features, or one of the basis", () => {
    expect(v.is(SmoothSpreadSchema, { intercept: 0, terms: [] })).toBe(true);
    expect(v.is(SmoothSpreadSchema, { intercept: 0, coefficients: [1], min: 0, max: 1 })).toBe(true);
    expect(v.is(SmoothSpreadSchema, { intercept: 0, coefficients: [1] })).toBe(false);
    expect(v.is(SmoothSpreadSchema, { intercept: 0, coefficients: [1], min: 0, max: 1, terms: [] })).toBe(
      false,
    );
  });
});
