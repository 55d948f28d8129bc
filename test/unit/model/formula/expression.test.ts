import type { Condition, Expression, VectorExpression } from "../../../../model/formula/expression";
import { operandsOf, termsOf } from "../../../../model/formula/expression";

const [a, b, c] = [0, 1, 2].map((position): Expression => ({ op: "feature", position }));
const vector: VectorExpression = { op: "vector", elements: [a, b, c] };

describe("the operands of an expression", () => {
  it.each<[string, Expression, readonly Expression[]]>([
    ["a number", { op: "number", value: 7 }, []],
    ["a feature", a, []],
    ["a category", { op: "category", position: 0, values: [1], missing: 0, unknown: 0 }, []],
    [
      "a sum",
      {
        op: "sum",
        constant: 1,
        terms: [
          { weight: 2, term: a },
          { weight: 3, term: b },
        ],
      },
      [a, b],
    ],
    ["a product", { op: "product", factors: [a, b] }, [a, b]],
    ["a quotient", { op: "quotient", of: a, by: b }, [a, b]],
    ["a function", { op: "exp", of: a }, [a]],
    ["a clipped value", { op: "clip", of: b, min: 0, max: 1 }, [b]],
    ["a lookup", { op: "lookup", values: Float64Array.of(1), index: a, otherwise: b }, [a]],
    ["radial functions", { op: "radial", point: [a, b], centres: [[0, 0]], weights: [1], power: 2 }, [a, b]],
    ["a vector", vector, [a, b, c]],
    ["a sum of a vector", { op: "dot", vector, weights: Float64Array.of(1, 2, 3) }, [vector]],
  ])("of %s are what it is computed of", (_what, expression, operands) => {
    expect(operandsOf(expression)).toEqual(operands);
  });

  it.each<[string, Condition, readonly Expression[]]>([
    ["a missing value", { test: "missing", of: a }, [a]],
    ["a missing category", { test: "missing category", position: 0 }, []],
    ["a limit", { test: "below", of: a, limit: 1 }, [a]],
    [
      "any of several",
      {
        test: "any",
        of: [
          { test: "above", of: c, limit: 1 },
          { test: "missing category", position: 0 },
          { test: "missing", of: a },
        ],
      },
      [c, a],
    ],
  ])("of a choice by %s are those of the condition, then both sides", (_what, condition, operands) => {
    expect(operandsOf({ op: "choose", condition, yes: b, no: c })).toEqual([...operands, b, c]);
  });
});

it("the terms of a dot product are the elements that have a weight", () => {
  expect(termsOf({ op: "dot", vector, weights: Float64Array.of(2, 0, -3) })).toEqual([
    { weight: 2, term: a },
    { weight: -3, term: c },
  ]);
});
