import {
  CONSTANT_SPREAD,
  FeatureSpreadFunction,
  findSpreadMisfit,
} from "../../../../model/estimators/feature-spread";
import { HOUSES } from "../../../support/smooth-houses";

const AREA = { feature: "Area", min: 2, max: 6, coefficient: 0.5 };
const GARDEN = { feature: "Garden", min: 0, max: 10, coefficient: -1, absent: 3 };

function spreadOf(
  values: { readonly [name: string]: number },
  terms = [AREA, GARDEN],
  intercept = 1,
): number {
  const rows = new Float64Array(2 * HOUSES.width).fill(-1e9);
  for (const [name, value] of Object.entries(values)) rows[HOUSES.width + HOUSES.indexOf(name)] = value;
  return new FeatureSpreadFunction({ intercept, terms }, HOUSES).at(rows, HOUSES.width);
}

describe("the spread of errors", () => {
  it("is the exponential of a linear function", () => {
    expect(spreadOf({ Area: 4, Garden: 2 })).toBeCloseTo(Math.exp(1 + 2 - 2), 12);
  });

  it("is constant beyond the range of each feature", () => {
    expect(spreadOf({ Area: 99, Garden: -5 })).toBeCloseTo(Math.exp(1 + 3), 12);
    expect(spreadOf({ Area: -99, Garden: 50 })).toBeCloseTo(Math.exp(1 + 1 - 10), 12);
  });

  it("takes the stated value, or else the middle of the range, for what is missing", () => {
    expect(spreadOf({ Area: Number.NaN, Garden: Number.NaN })).toBeCloseTo(Math.exp(1 + 2 - 3), 12);
  });

  it("may be the same everywhere", () => {
    expect(new FeatureSpreadFunction(CONSTANT_SPREAD, HOUSES).at(new Float64Array(HOUSES.width), 0)).toBe(1);
  });
});

describe("a spread fits a model", () => {
  const numbers = [{ name: "Area", min: 0, max: 1, mean: 0, quantiles: [], missing: 0 }];
  const styles = [{ name: "Garden", counts: [1], missing: 0 }];

  it("if it uses numbers of the model", () => {
    expect(findSpreadMisfit({ intercept: 0, terms: [AREA] }, numbers)).toBeUndefined();
    expect(findSpreadMisfit(CONSTANT_SPREAD, [])).toBeUndefined();
  });

  it("and not if it uses others, or categories", () => {
    const message = "The spread uses a feature that is not listed";
    expect(findSpreadMisfit({ intercept: 0, terms: [AREA, GARDEN] }, numbers)).toBe(message);
    expect(findSpreadMisfit({ intercept: 0, terms: [GARDEN] }, styles)).toBe(message);
  });
});
