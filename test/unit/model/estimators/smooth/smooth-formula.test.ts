import fc from "fast-check";
import type { SmoothEstimator, SmoothSpread } from "../../../../../model/estimators/smooth/smooth-format";
import { smoothFormula } from "../../../../../model/estimators/smooth/smooth-formula";
import { SmoothPredictor } from "../../../../../model/estimators/smooth/smooth-predictor";
import { number } from "../../../../../model/formula/build";
import { ExpressionEvaluator } from "../../../../support/evaluate-expression";
import { SMALL_FEATURES, smallSmooth } from "../../../../support/small-smooth";
import { HOUSES } from "../../../../support/smooth-houses";

const FEATURE_SPREAD = { intercept: 0.2, terms: [{ feature: "Area", min: 0, max: 20, coefficient: 0.05 }] };
const BASIS_SPREAD = {
  intercept: -0.1,
  coefficients: Array.from({ length: 23 }, (_, k) => ((k % 5) - 2) / 20),
  min: -0.3,
  max: 0.3,
};
const LOG = { kind: "log", smearing: 1.1 } as const;

const value = (min: number, max: number) =>
  fc.oneof(fc.double({ min, max, noNaN: true }), fc.constant(Number.NaN));

/** North, East, Area, Rooms, Garden, Style, Heating. */
const anyRow = fc
  .tuple(
    value(49, 54),
    value(3, 9),
    value(-40, 60),
    value(-10, 20),
    value(0, 100),
    fc.constantFrom(-1, 0, 1, 2, Number.NaN),
    fc.constantFrom(-1, 0, 1, Number.NaN),
  )
  .map((values) => Float64Array.from(values));

const formulaOf = (estimator: SmoothEstimator, spread: SmoothSpread) =>
  smoothFormula(estimator, SMALL_FEATURES, spread, HOUSES);

describe.each<[string, SmoothEstimator, SmoothSpread]>([
  ["the target", smallSmooth(), FEATURE_SPREAD],
  ["the target, with a spread of the basis", smallSmooth(), BASIS_SPREAD],
  ["its logarithm", smallSmooth({ scale: LOG }), BASIS_SPREAD],
])("the formula of a regression of %s", (_what, estimator, spread) => {
  it("computes what the server computes", () => {
    const formula = formulaOf(estimator, spread);
    const predictor = new SmoothPredictor(estimator, spread, HOUSES);
    const contributions = new Float64Array(predictor.groups.length);
    expect(formula.contributions).toHaveLength(contributions.length);
    fc.assert(
      fc.property(anyRow, (row) => {
        const evaluator = new ExpressionEvaluator(row);
        predictor.read(row, 0);
        predictor.explain(contributions);

        expect(evaluator.evaluate(formula.prediction)).toBeCloseTo(predictor.prediction(), 9);
        expect(evaluator.evaluate(formula.errorScale)).toBeCloseTo(predictor.errorScale(), 9);
        formula.contributions.forEach((each, i) => {
          expect(evaluator.evaluate(each)).toBeCloseTo(contributions[i], 8);
        });
      }),
    );
  });
});

describe("the actual value for which a prediction has an error", () => {
  const actualOf = (estimator: SmoothEstimator) => {
    const actual = formulaOf(estimator, FEATURE_SPREAD).actualAt(number(200), number(-0.5));
    return new ExpressionEvaluator(new Float64Array(HOUSES.width)).evaluate(actual);
  };

  it("is their sum if the target was fitted", () => {
    expect(actualOf(smallSmooth())).toBe(199.5);
  });

  it("is in the ratio of the error if its logarithm was", () => {
    expect(actualOf(smallSmooth({ scale: LOG }))).toBeCloseTo(200 * Math.exp(-0.5), 10);
  });
});

describe("contributions where the logarithm is near that of the baseline", () => {
  const missing = { kind: "missing", feature: "Garden", share: 0.25 } as const;
  const onlyMissing = (coefficient: number) =>
    smallSmooth({
      scale: LOG,
      basis: { curves: [], location: null, blocks: [missing] },
      coefficients: [coefficient],
      contributions: [{ mean: 0, deviation: 1 }],
    });

  it.each([1e-9, -1e-9, 4e-6, -4e-6, 1e-3, -1e-3])(
    "are the difference from the baseline: a coefficient of %d",
    (coefficient) => {
      const formula = formulaOf(onlyMissing(coefficient), FEATURE_SPREAD);
      const row = new Float64Array(HOUSES.width).fill(Number.NaN);
      // It is missing, so its column is 0.75; e^x - 1 is x + x² / 2 + x³ / 6.
      const x = 0.75 * coefficient;
      const difference = 1.1 * Math.exp(0.5) * Math.expm1(x);

      const found = new ExpressionEvaluator(row).evaluate(formula.contributions[0]);
      expect(found / difference).toBeCloseTo(1, 9);
    },
  );
});
