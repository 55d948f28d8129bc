import fc from "fast-check";
import { type FeatureSpread, FeatureSpreadFunction } from "../../../../model/estimators/feature-spread";
import { featureSpreadFormula } from "../../../../model/estimators/feature-spread-formula";
import { featureReader } from "../../../../model/formula/build";
import { ExpressionEvaluator } from "../../../support/evaluate-expression";
import { HOUSES } from "../../../support/smooth-houses";

const AREA = { feature: "Area", min: 2, max: 6, coefficient: 0.5 };
const GARDEN = { feature: "Garden", min: 0, max: 10, coefficient: -1, absent: 3 };

function rowOf(area: number, garden: number): Float64Array {
  const row = new Float64Array(HOUSES.width).fill(-1e9);
  row[HOUSES.indexOf("Area")] = area;
  row[HOUSES.indexOf("Garden")] = garden;
  return row;
}

const computed = (spread: FeatureSpread, row: Float64Array) =>
  new ExpressionEvaluator(row).evaluate(featureSpreadFormula(spread, HOUSES, featureReader()));

describe("the formula of the spread of errors", () => {
  it.each([
    ["a linear function", 4, 2, 1 + 2 - 2],
    ["constant beyond the ranges", 99, -5, 1 + 3],
    ["that of the middle of the range, or of the stated value, for what is missing", NaN, NaN, 1 + 2 - 3],
  ])("is the exponential of %s", (_what, area, garden, logarithm) => {
    const spread = { intercept: 1, terms: [AREA, GARDEN] };

    expect(computed(spread, rowOf(area, garden))).toBeCloseTo(Math.exp(logarithm), 12);
  });

  it("clips the value that replaces a missing one too", () => {
    const spread = { intercept: 0, terms: [{ ...GARDEN, absent: 12 }] };

    expect(computed(spread, rowOf(0, NaN))).toBeCloseTo(Math.exp(-10), 12);
  });

  it("computes what the server computes", () => {
    const value = fc.oneof(fc.double({ min: -5, max: 15, noNaN: true }), fc.constant(Number.NaN));
    const spread = { intercept: -0.5, terms: [GARDEN, AREA] };
    const served = new FeatureSpreadFunction(spread, HOUSES);
    fc.assert(
      fc.property(value, value, (area, garden) => {
        const row = rowOf(area, garden);

        expect(computed(spread, row)).toBeCloseTo(served.at(row, 0), 9);
      }),
    );
  });
});
