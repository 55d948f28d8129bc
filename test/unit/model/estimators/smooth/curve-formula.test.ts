import fc from "fast-check";
import { Curve } from "../../../../../model/estimators/smooth/curve";
import { CurveFormula } from "../../../../../model/estimators/smooth/curve-formula";
import type { Expression } from "../../../../../model/formula/expression";
import { ExpressionEvaluator } from "../../../../support/evaluate-expression";
import { curveData } from "../../../../support/small-basis";

const DATA = curveData("Area");
const WEIGHTS = Float64Array.of(2, -1, 0.5);

let formula: CurveFormula;
let sum: Expression;

beforeEach(() => {
  formula = new CurveFormula(DATA, { op: "feature", position: 0 });
  sum = formula.weigh(WEIGHTS);
});

/** Any value of a feature, also one beyond the nodes, or a missing one. */
const value = fc.oneof(
  fc.double({ min: -8, max: 8, noNaN: true }).map((u) => DATA.mean + u * DATA.scale),
  fc.constantFrom(Number.NaN, -1e9, 1e9),
);

function expectedSum(of: number): number {
  const curve = new Curve(DATA, 0);
  curve.read(Float64Array.of(of), 0);
  return WEIGHTS.reduce((total, weight, k) => total + weight * curve.at(k), 0);
}

describe("the formula of the functions of a feature", () => {
  it.each([
    ["with lists", true],
    ["without lists", false],
  ])("has the weighted sum that the functions have, in an engine %s", (_engine, hasLists) => {
    fc.assert(
      fc.property(value, (of) => {
        const found = new ExpressionEvaluator(Float64Array.of(of), hasLists).evaluate(sum);

        expect(found).toBeCloseTo(expectedSum(of), 11);
      }),
    );
  });

  it("is the same expression for the same function", () => {
    expect(formula.at(1)).toBe(formula.at(1));
    expect(formula.size).toBe(3);
  });
});
