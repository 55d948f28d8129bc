import {
  affine,
  apply,
  choose,
  clipped,
  featureReader,
  isMissing,
  number,
  product,
  quotient,
  sum,
  weightedSum,
} from "../../../../model/formula/build";
import type { Expression } from "../../../../model/formula/expression";

const a: Expression = { op: "feature", position: 0 };
const b: Expression = { op: "feature", position: 1 };

describe("an expression", () => {
  it.each<[string, () => Expression, Expression]>([
    ["a number", () => number(7), { op: "number", value: 7 }],
    ["a product", () => product(a, b), { op: "product", factors: [a, b] }],
    ["a quotient", () => quotient(a, b), { op: "quotient", of: a, by: b }],
    ["a function", () => apply("log", a), { op: "log", of: a }],
    [
      "a choice",
      () => choose(isMissing(a), b, a),
      { op: "choose", condition: { test: "missing", of: a }, yes: b, no: a },
    ],
  ])("is built of its operands: %s", (_what, build, expression) => {
    expect(build()).toEqual(expression);
  });
});

describe("a sum", () => {
  const terms = [
    { weight: 1, term: a },
    { weight: 1, term: b },
  ];

  it("has a constant, which is 0 unless given", () => {
    expect(sum([a, b], 3)).toEqual({ op: "sum", constant: 3, terms });
    expect(sum([a, b])).toEqual({ op: "sum", constant: 0, terms });
    expect(weightedSum([])).toEqual({ op: "sum", constant: 0, terms: [] });
  });

  it("leaves out terms of weight 0, and keeps negative ones", () => {
    expect(
      weightedSum([
        { weight: 0, term: a },
        { weight: -2, term: b },
      ]),
    ).toEqual({ op: "sum", constant: 0, terms: [{ weight: -2, term: b }] });
  });

  it("of one term scales and shifts it", () => {
    expect(affine(a, 2, 5)).toEqual({ op: "sum", constant: 5, terms: [{ weight: 2, term: a }] });
    expect(affine(a, 2)).toEqual({ op: "sum", constant: 0, terms: [{ weight: 2, term: a }] });
  });
});

describe("clipping", () => {
  it.each([
    [0, 1],
    [-Infinity, 1],
    [0, Infinity],
  ])("to %p and %p is an expression", (min, max) => {
    expect(clipped(a, min, max)).toEqual({ op: "clip", of: a, min, max });
  });

  it("without bounds is the value itself", () => {
    expect(clipped(a, -Infinity, Infinity)).toBe(a);
  });
});

it("a reader gives one object for each feature, so that writers see that it is the same", () => {
  const read = featureReader();
  expect(read(1)).toEqual({ op: "feature", position: 1 });
  expect(read(1)).toBe(read(1));
  expect(read(0)).toEqual({ op: "feature", position: 0 });
});
