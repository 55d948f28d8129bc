import { GraphBuilder } from "../../../../export/onnx/graph-builder";
import { Translator } from "../../../../export/onnx/translate";
import type { Condition, Expression } from "../../../../model/formula/expression";
import type { Table } from "../../../../model/table/table";
import { ExpressionEvaluator } from "../../../support/evaluate-expression";
import { tableOf } from "../../../support/every-type";
import { runGraph } from "../../../support/run-graph";

let table: Table;
let graph: GraphBuilder;
let translator: Translator;

beforeEach(() => {
  table = tableOf([
    { name: "a", type: "number" },
    { name: "b", type: "number" },
    { name: "style", type: "string", missingValues: ["", "NA"], constraints: { enum: ["flat", "villa"] } },
    { name: "pool", type: "string", missingCategory: "none", constraints: { enum: ["big", "none"] } },
  ]);
  graph = new GraphBuilder();
  translator = new Translator(graph, table, (position) => table.features[position].apiName);
});

const ROW = { a: 2, b: -3, style: "flat", pool: "big" };

/** What the graph computes for a row. */
function computed(expression: Expression, row: { readonly [name: string]: number | string } = {}): number {
  const name = translator.translate(expression);
  return runGraph(graph, { ...ROW, ...row })(name);
}

const a: Expression = { op: "feature", position: 0 };
const b: Expression = { op: "feature", position: 1 };
const number = (value: number): Expression => ({ op: "number", value });
const sum = (constant: number, ...weights: number[]): Expression => ({
  op: "sum",
  constant,
  terms: weights.map((weight, i) => ({ weight, term: i % 2 === 0 ? a : b })),
});
const vector = { op: "vector", elements: [a, b, number(4)] } as const;

/** An evaluator takes categories as positions; these expressions have none. */
const expected = (expression: Expression, of = [2, -3]) =>
  new ExpressionEvaluator(Float64Array.from(of)).evaluate(expression);

describe("an expression in a graph", () => {
  it.each<[string, Expression]>([
    ["a number", number(1.25)],
    ["a feature", b],
    ["a sum of nothing", sum(5)],
    ["a sum of one", sum(0, 1)],
    ["a weighted sum of two", sum(0.5, 2, 1)],
    ["a weighted sum of three", sum(0, 2, -1, 4)],
    ["a weighted sum of three and a constant", sum(-7, 2, -1, 4)],
    ["a product", { op: "product", factors: [a, b] }],
    ["a quotient", { op: "quotient", of: a, by: b }],
    ["an exponential", { op: "exp", of: b }],
    ["a logarithm", { op: "log", of: a }],
    ["a root", { op: "sqrt", of: a }],
    ["a floor", { op: "floor", of: number(-1.5) }],
    ["a lookup", { op: "lookup", values: Float64Array.of(7, 8, 9), index: a, otherwise: number(0) }],
    ["a dot product", { op: "dot", vector, weights: Float64Array.of(1, 2, 3) }],
    [
      "radial functions",
      {
        op: "radial",
        point: [a, b],
        centres: [
          [0, 0],
          [1, 5],
        ],
        weights: [3, -2],
        power: 1,
      },
    ],
    [
      "squared radial functions",
      {
        op: "radial",
        point: [a, b],
        centres: [
          [0, 0],
          [1, 5],
        ],
        weights: [3, -2],
        power: 2,
      },
    ],
  ])("computes %s", (_what, expression) => {
    expect(computed(expression)).toBeCloseTo(expected(expression), 12);
  });

  it.each([
    [0, 10, 2],
    [3, 10, 3],
    [-Infinity, 1, 1],
    [-Infinity, Infinity, 2],
    [5, Infinity, 5],
    [0, 1, 1],
  ])("is clipped from %d to %d", (min, max, value) => {
    expect(computed({ op: "clip", of: a, min, max })).toBe(value);
  });

  it("has no node for a bound that is infinite", () => {
    translator.translate({ op: "clip", of: a, min: -Infinity, max: 4 });

    expect(graph.nodes.map(({ opType }) => opType)).toEqual(["Min"]);
  });

  it("is in the graph once", () => {
    const shared = sum(1, 2);
    const [first, second] = [shared, shared].map((each) => translator.translate(each));

    expect(second).toBe(first);
    expect(graph.nodes.filter(({ opType }) => opType === "Mul")).toHaveLength(1);
  });
});

describe("a condition in a graph", () => {
  const choice = (condition: Condition): Expression => ({
    op: "choose",
    condition,
    yes: number(1),
    no: number(0),
  });

  it.each<["below" | "above" | "at least" | "at most", number[]]>([
    ["below", [1, 0, 0]],
    ["above", [0, 0, 1]],
    ["at least", [0, 1, 1]],
    ["at most", [1, 1, 0]],
  ])("compares with a limit: %s", (test, results) => {
    const values = [1, 2, 3].map((value) => computed(choice({ test, of: a, limit: 2 }), { a: value }));

    expect(values).toEqual(results);
  });

  it("knows a missing number", () => {
    expect(computed(choice({ test: "missing", of: a }))).toBe(0);
    expect(computed(choice({ test: "missing", of: a }), { a: Number.NaN })).toBe(1);
  });

  it.each([
    ["style", "flat", 0],
    ["style", "", 1],
    ["style", "NA", 1],
    ["style", "castle", 0],
    // A missing one is a category of its own.
    ["pool", "none", 0],
    ["pool", "", 0],
  ])("knows a missing category: %s = %j", (name, text, result) => {
    const condition = { test: "missing category", position: table.indexOf(name) } as const;

    expect(computed(choice(condition), { [name]: text })).toBe(result);
  });

  it("holds if any of several does", () => {
    const of: Condition[] = [
      { test: "below", of: a, limit: 0 },
      { test: "above", of: b, limit: 0 },
      { test: "missing", of: b },
    ];
    const held = [{ a: 1 }, { a: -1 }, { b: 1 }, { b: Number.NaN }].map((row) =>
      computed(choice({ test: "any", of }), row),
    );

    expect(held).toEqual([0, 1, 1, 1]);
  });
});

describe("a category in a graph", () => {
  const category = (name: string, unknown: number): Expression => ({
    op: "category",
    position: table.indexOf(name),
    values: [10, 20],
    missing: 30,
    unknown,
  });

  it.each([
    ["flat", 10],
    ["villa", 20],
    ["", 30],
    ["NA", 30],
    ["castle", 5],
  ])("has the number of its text: %j", (text, value) => {
    expect(computed(category("style", 5), { style: text })).toBe(value);
    expect(computed(category("style", 0), { style: text })).toBe(value === 5 ? 0 : value);
  });

  it.each([
    ["big", 10],
    ["none", 20],
    ["", 20],
    ["castle", 0],
  ])("that stands for a missing one has its number: %j", (text, value) => {
    expect(computed(category("pool", 0), { pool: text })).toBe(value);
  });

  it("compares the texts once, however often it is read", () => {
    translator.translate(category("style", 0));
    translator.translate(category("style", 1));

    expect(graph.nodes.filter(({ opType }) => opType === "Equal")).toHaveLength(1);
  });
});
