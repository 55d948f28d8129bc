import fc from "fast-check";
import type { LinearEstimator } from "../../../../../model/estimators/linear/linear-format";
import { linearFormula } from "../../../../../model/estimators/linear/linear-formula";
import { LinearPredictor } from "../../../../../model/estimators/linear/linear-predictor";
import type { TrainedFeature } from "../../../../../model/file/trained-feature";
import { number } from "../../../../../model/formula/build";
import type { Formula } from "../../../../../model/formula/expression";
import { ExpressionEvaluator } from "../../../../support/evaluate-expression";
import { HOUSES } from "../../../../support/smooth-houses";

const NUMBER = { min: 0, max: 100, quantiles: [] };
const FEATURES: TrainedFeature[] = [
  { name: "Area", ...NUMBER, mean: 50, missing: 0 },
  { name: "Garden", ...NUMBER, mean: 20, missing: 2 },
  { name: "Style", counts: [5, 3, 2], missing: 0 },
  { name: "Heating", counts: [4, 5], missing: 1 },
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
    { feature: "Heating", category: "gas", coefficient: 6 },
    { feature: "Heating", missing: true, coefficient: 3 },
  ],
};
const SPREAD = { intercept: 0.1, terms: [{ feature: "Area", min: 0, max: 10, coefficient: 0.1 }] };

let formula: Formula;
let predictor: LinearPredictor;

beforeEach(() => {
  formula = linearFormula(ESTIMATOR, FEATURES, SPREAD, HOUSES);
  predictor = new LinearPredictor(ESTIMATOR, FEATURES, SPREAD, HOUSES);
});

function rowOf(values: { readonly [name: string]: number }): Float64Array {
  const row = new Float64Array(HOUSES.width).fill(Number.NaN);
  const all = { Area: 50, Garden: 20, Style: 0, Heating: 0, ...values };
  for (const [name, value] of Object.entries(all)) row[HOUSES.indexOf(name)] = value;
  return row;
}

describe("the formula of a linear model", () => {
  it.each([
    [{}, 210],
    [{ Area: 60 }, 230],
    // The mean for a missing number, and the term of missing values.
    [{ Garden: Number.NaN }, 205],
    [{ Style: 1, Heating: 1 }, 226],
    [{ Style: -1 }, 210],
    [{ Heating: Number.NaN }, 213],
  ])("is the intercept and the effects: %j", (values, price) => {
    expect(new ExpressionEvaluator(rowOf(values)).evaluate(formula.prediction)).toBeCloseTo(price, 10);
  });

  it("computes what the server computes, also of contributions and the spread", () => {
    const value = fc.oneof(fc.double({ min: -1e3, max: 1e3, noNaN: true }), fc.constant(Number.NaN));
    const category = fc.constantFrom(-1, 0, 1, Number.NaN);
    fc.assert(
      fc.property(value, value, category, category, (Area, Garden, Style, Heating) => {
        const row = rowOf({ Area, Garden, Style, Heating });
        const evaluator = new ExpressionEvaluator(row);
        const contributions = new Float64Array(predictor.groups.length);
        predictor.read(row, 0);
        predictor.explain(contributions);

        expect(evaluator.evaluate(formula.prediction)).toBeCloseTo(predictor.prediction(), 9);
        expect(evaluator.evaluate(formula.errorScale)).toBeCloseTo(predictor.errorScale(), 9);
        expect(formula.contributions).toHaveLength(contributions.length);
        formula.contributions.forEach((each, i) => {
          expect(evaluator.evaluate(each)).toBeCloseTo(contributions[i], 9);
        });
      }),
    );
  });

  it("adds errors to predictions", () => {
    const actual = formula.actualAt(number(200), number(-30));

    expect(new ExpressionEvaluator(rowOf({})).evaluate(actual)).toBe(170);
  });
});
