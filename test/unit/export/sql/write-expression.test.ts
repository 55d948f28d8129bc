import type { Dialect } from "../../../../export/sql/dialect";
import { ansi } from "../../../../export/sql/dialects/ansi";
import { duckdb } from "../../../../export/sql/dialects/duckdb";
import { ExpressionWriter } from "../../../../export/sql/write-expression";
import type { Condition, Expression } from "../../../../model/formula/expression";
import { tableOf } from "../../../support/every-type";

/** Standard SQL with short numbers. */
const plain: Dialect = { ...ansi, name: "plain", number: String };

const [a, b] = [0, 1].map((position): Expression => ({ op: "feature", position }));
const number = (value: number): Expression => ({ op: "number", value });

function writerOf(dialect = plain, columns = new Map<Expression, string>()): ExpressionWriter {
  const table = tableOf([
    { name: "a", type: "number" },
    { name: "b", type: "number" },
    {
      name: "style",
      type: "string",
      missingValues: ["", "NA"],
      constraints: { enum: ["flat", "villa", "hut"] },
    },
    { name: "pool", type: "string", missingCategory: "none", constraints: { enum: ["big", "none"] } },
    { name: "roof", type: "string", constraints: { enum: ["flat"] } },
  ]);
  const names = ["a", "b", "style", "pool", "roof"];
  return new ExpressionWriter(
    dialect,
    table,
    (expression) => columns.get(expression),
    (position) => names[position],
  );
}

const written = (expression: Expression) => writerOf().write(expression);
const sum = (constant: number, ...weights: number[]): Expression => ({
  op: "sum",
  constant,
  terms: weights.map((weight) => ({ weight, term: a })),
});
const vector = { op: "vector", elements: [a, b] } as const;

describe("an expression", () => {
  it.each<[Expression, string]>([
    [number(1.5), "1.5"],
    [number(Number.NaN), "NULL"],
    [a, "a"],
    [sum(7), "7"],
    [sum(0, 1, 2), "(a + 2 * a)"],
    [sum(3, 1), "(3 + a)"],
    [{ op: "product", factors: [a, b] }, "(a * b)"],
    [{ op: "quotient", of: a, by: b }, "(a / b)"],
    [{ op: "log", of: a }, "LN(a)"],
    [{ op: "clip", of: a, min: 1, max: 2 }, "CASE WHEN a < 1 THEN 1 WHEN a > 2 THEN 2 ELSE a END"],
    [{ op: "clip", of: a, min: -Infinity, max: 2 }, "CASE WHEN a > 2 THEN 2 ELSE a END"],
    [{ op: "clip", of: a, min: 1, max: Infinity }, "CASE WHEN a < 1 THEN 1 ELSE a END"],
    [
      { op: "radial", point: [a, b], centres: [[1, 2]], weights: [3], power: 2 },
      "(3 / (1 + ((a - 1) * (a - 1) + (b - 2) * (b - 2))))",
    ],
    [
      { op: "radial", point: [a], centres: [[1], [2]], weights: [3, 4], power: 1 },
      "(3 / (1 + SQRT((a - 1) * (a - 1))) + 4 / (1 + SQRT((a - 2) * (a - 2))))",
    ],
    // Without lists and vectors.
    [{ op: "lookup", values: Float64Array.of(1), index: a, otherwise: b }, "b"],
    [{ op: "dot", vector, weights: Float64Array.of(2, 1) }, "(2 * a + b)"],
    [vector, "NULL"],
  ])("%j is %s", (expression, text) => {
    expect(written(expression)).toBe(text);
  });

  it("is the name of the column that has it, unless it is computed", () => {
    const product: Expression = { op: "product", factors: [a, a] };
    const writer = writerOf(plain, new Map([[product, "hp_0"]]));

    expect(writer.write({ op: "exp", of: product })).toBe("EXP(hp_0)");
    expect(writer.compute(product)).toBe("(a * a)");
  });

  it("of more than forty terms is a sum of sums", () => {
    const ones = Array.from({ length: 41 }, () => 1);
    const forty = `(${Array.from({ length: 40 }, () => "a").join(" + ")})`;

    expect(written(sum(0, ...ones.slice(1)))).toBe(forty);
    expect(written(sum(0, ...ones))).toBe(`(${forty} + (a))`);
  });
});

describe("lists and vectors", () => {
  const lookup = (length: number): Expression => ({
    op: "lookup",
    values: new Float64Array(length),
    index: a,
    otherwise: b,
  });

  it("are written by engines that have them", () => {
    const writer = writerOf(duckdb);

    expect(writer.write({ op: "dot", vector, weights: Float64Array.of(2, 1) })).toBe(
      "array_inner_product(CAST([a, b] AS DOUBLE[2]), CAST('[2,1]' AS DOUBLE[2]))",
    );
    expect(writer.write(lookup(2))).toBe("CAST('[0,0]' AS DOUBLE[])[CAST(a AS INTEGER) + 1]");
  });

  it("of a thousand elements have a name, the same with each use", () => {
    const writer = writerOf(duckdb);
    const [long, other, short] = [lookup(1000), lookup(1000), lookup(999)];

    expect(writer.write(long)).toBe("(SELECT l0 FROM hp_lists)[CAST(a AS INTEGER) + 1]");
    expect(writer.write(other)).toContain("SELECT l1");
    expect(writer.write(long)).toContain("SELECT l0");
    expect(writer.write(short)).not.toContain("SELECT");
    expect([...writer.longLists.values()]).toEqual(["l0", "l1"]);
  });
});

describe("a category", () => {
  it.each<[string, Partial<Extract<Expression, { op: "category" }>>, string]>([
    [
      "has a number for its texts, and for missing ones",
      { position: 2, values: [1, 2, 1], missing: 9 },
      "CASE WHEN style IS NULL THEN 9 WHEN style IN ('flat', 'hut') THEN 1 WHEN style IN ('villa') THEN 2 WHEN style IN ('', 'NA') THEN 9 ELSE 0 END",
    ],
    [
      "is not named if its number is that of unknown ones",
      { position: 2, values: [1, 5, 5], missing: 5, unknown: 5 },
      "CASE WHEN style IS NULL THEN 5 WHEN style IN ('flat') THEN 1 ELSE 5 END",
    ],
    [
      "that stands for a missing one has its number",
      { position: 3, values: [1, 2], missing: 9 },
      "CASE WHEN pool IS NULL THEN 2 WHEN pool IN ('big') THEN 1 WHEN pool IN ('none', '') THEN 2 ELSE 0 END",
    ],
  ])("%s", (_what, category, text) => {
    const whole: Expression = {
      op: "category",
      position: 0,
      values: [],
      missing: 0,
      unknown: 0,
      ...category,
    };

    expect(written(whole)).toBe(text);
  });
});

describe("a condition", () => {
  it.each<[Condition, string]>([
    [{ test: "below", of: a, limit: 1 }, "a < 1"],
    [{ test: "above", of: a, limit: 1 }, "a > 1"],
    [{ test: "at least", of: a, limit: 1 }, "a >= 1"],
    [{ test: "at most", of: a, limit: 1 }, "a <= 1"],
    [{ test: "missing", of: a }, "a IS NULL"],
    [{ test: "missing category", position: 2 }, "(style IS NULL OR style IN ('', 'NA'))"],
    // A missing one is a category.
    [{ test: "missing category", position: 3 }, "1 = 0"],
    [
      {
        test: "any",
        of: [
          { test: "missing", of: a },
          { test: "below", of: b, limit: 0 },
        ],
      },
      "(a IS NULL OR b < 0)",
    ],
  ])("%j is %s", (condition, text) => {
    expect(written({ op: "choose", condition, yes: number(1), no: number(2) })).toBe(
      `CASE WHEN ${text} THEN 1 ELSE 2 END`,
    );
  });
});
