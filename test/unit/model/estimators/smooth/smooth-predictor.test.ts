import { beforeAll, describe, expect, it } from "@jest/globals";
import { Basis } from "../../../../../model/estimators/smooth/basis";
import { basisSize } from "../../../../../model/estimators/smooth/basis-size";
import type { SmoothEstimator } from "../../../../../model/estimators/smooth/smooth-format";
import { smooth } from "../../../../../model/estimators/smooth/smooth-kind";
import { describeFeatures } from "../../../../../training/describe-features";
import { learnBasis } from "../../../../../training/smooth/learn-basis";
import { penaltiesFor } from "../../../../../training/smooth/rules";
import { chooseStructure } from "../../../../../training/smooth/structure";
import { HOUSES, randomHouses, randomNumbers } from "../../../../support/smooth-houses";

const ROWS = 400;
const houses = randomHouses(ROWS, 7, true);
const features = describeFeatures(houses);
const basis = learnBasis(houses, chooseStructure(houses, true));

/** Weights that are not fitted to anything, so that each block has a part in every prediction. */
function estimatorOf(scale: SmoothEstimator["scale"]): SmoothEstimator {
  const random = randomNumbers(3);
  return {
    kind: "smooth",
    scale,
    basis,
    penalties: penaltiesFor(ROWS),
    trials: [{ scale: scale.kind, factor: 1, through: "similarity", rmse: 1 }],
    clip: { min: 1, max: 1e9 },
    contributions: basis.blocks.map((_, b) => ({ mean: b / 100, deviation: 1 })),
    intercept: 0.5,
    coefficients: Array.from({ length: basisSize(basis) }, () => (random() - 0.5) / 20),
  };
}

const SPREAD = { intercept: 0, terms: [] };
const IDENTITY = estimatorOf({ kind: "identity" });
const LOG = estimatorOf({ kind: "log", smearing: 1.1 });

function predictorOf(estimator: SmoothEstimator) {
  return smooth.createPredictor(estimator, features, SPREAD, HOUSES);
}

it("makes blocks of every kind", () => {
  const kinds = new Set(basis.blocks.map(({ kind }) => kind));
  expect([...kinds]).toEqual([
    "curve",
    "missing",
    "category",
    "location",
    "product",
    "location-product",
    "category-product",
    "similarity",
  ]);
});

describe("a prediction", () => {
  const design = new Basis(basis, HOUSES);
  const columns = new Float64Array(design.size);

  /** The sum of the weighted columns, as training computes it. */
  const weighed = (rows: Float64Array, offset: number, estimator: SmoothEstimator) => {
    design.read(rows, offset);
    design.write(columns);
    return columns.reduce((sum, column, j) => sum + column * estimator.coefficients[j], estimator.intercept);
  };

  it("is the sum of the weighted columns of the basis", () => {
    const predictor = predictorOf(IDENTITY);
    for (let i = 0; i < ROWS; i++) {
      predictor.read(houses.rows, i * HOUSES.width);
      expect(predictor.prediction()).toBeCloseTo(weighed(houses.rows, i * HOUSES.width, IDENTITY), 11);
    }
  });

  it("of the logarithm is its exponential times the smearing factor", () => {
    const predictor = predictorOf(LOG);
    predictor.read(houses.rows, 0);
    expect(predictor.prediction()).toBeCloseTo(1.1 * Math.exp(weighed(houses.rows, 0, LOG)), 10);
  });

  it("beyond all that training saw is what it is at the border", () => {
    const rows = houses.rows.slice(0, HOUSES.width);
    const predictor = predictorOf(IDENTITY);
    rows[HOUSES.indexOf("Area")] = 1e9;
    predictor.read(rows, 0);
    const far = predictor.prediction();
    rows[HOUSES.indexOf("Area")] = 1e12;
    predictor.read(rows, 0);
    expect(predictor.prediction()).toBe(far);
    expect(far).toBeCloseTo(weighed(rows, 0, IDENTITY), 11);
  });

  it.each(["North", "East", "Area", "Garden", "Style", "Heating"])("is known without %s", (name) => {
    const rows = houses.rows.slice(0, HOUSES.width);
    rows[HOUSES.indexOf(name)] = Number.NaN;
    const predictor = predictorOf(IDENTITY);
    predictor.read(rows, 0);
    expect(predictor.prediction()).toBeCloseTo(weighed(rows, 0, IDENTITY), 11);
  });

  it("with a category that the table does not have is that of none of its columns", () => {
    const rows = houses.rows.slice(0, HOUSES.width);
    rows[HOUSES.indexOf("Style")] = -1;
    const predictor = predictorOf(IDENTITY);
    predictor.read(rows, 0);
    expect(predictor.prediction()).toBeCloseTo(weighed(rows, 0, IDENTITY), 11);
  });
});

describe.each([
  ["the target", IDENTITY],
  ["its logarithm", LOG],
])("contributions of a regression of %s", (_, estimator) => {
  const predictor = predictorOf(estimator);
  const contributions = new Float64Array(predictor.groups.length);

  it("and the baseline add up to the prediction", () => {
    for (let i = 0; i < ROWS; i++) {
      predictor.read(houses.rows, i * HOUSES.width);
      predictor.explain(contributions);
      const sum = contributions.reduce((total, each) => total + each, predictor.baseline);
      expect(sum / predictor.prediction()).toBeCloseTo(1, 11);
    }
  });

  it("are one for each group of features", () => {
    const keys = predictor.groups.map((group) => [...group.features].sort((a, b) => a - b).join());
    expect(new Set(keys).size).toBe(keys.length);
    expect(predictor.groups.map(({ label }) => label)).toContain("Area × location");
  });
});

describe("factors", () => {
  let factors: Float64Array;

  beforeAll(() => {
    factors = new Float64Array(predictorOf(LOG).groups.length);
  });

  it("multiply the baseline to the prediction", () => {
    const predictor = predictorOf(LOG);
    predictor.read(houses.rows, 0);
    predictor.explainFactors?.(factors);
    const product = factors.reduce((total, factor) => total * factor, predictor.baseline);
    expect(product / predictor.prediction()).toBeCloseTo(1, 11);
  });

  it("are unknown where contributions only add", () => {
    const predictor = predictorOf(IDENTITY);
    predictor.read(houses.rows, 0);
    predictor.explainFactors?.(factors);
    expect(factors.every(Number.isNaN)).toBe(true);
  });
});

describe("a basis that does not fit", () => {
  it("is found where it reads a feature that is not listed", () => {
    const others = features.filter(({ name }) => name !== "Area");
    expect(smooth.findMisfit(LOG, others, SPREAD, houses.table)).toBe(
      "The basis uses a feature that is not listed",
    );
  });

  it("is found where it has a column of a category that the table does not have", () => {
    const others = features.map((each) => (each.name === "Style" ? { ...each, counts: [400] } : each));
    expect(smooth.findMisfit(LOG, others, SPREAD, houses.table)).toBe(
      "The basis uses a feature that is not listed",
    );
  });

  it("is found where the spread has other columns", () => {
    const spread = { intercept: 0, coefficients: [1], min: 0, max: 1 };
    expect(smooth.findMisfit(LOG, features, spread, houses.table)).toMatch("one spread coefficient");
  });
});
