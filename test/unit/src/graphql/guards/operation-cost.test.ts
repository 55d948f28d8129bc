import { parse, parseValue } from "graphql";
import {
  type CostPlan,
  costOf,
  rowsOfBatches,
  rowsOfLiteral,
} from "../../../../../src/graphql/guards/operation-cost";
import type { Variables } from "../../../../../src/graphql/operation-request";
import { operationOf } from "../../../../support/operation-of";

const plan = (...rows: CostPlan["batches"][number]["rows"][]): CostPlan => ({
  fixed: 7,
  batches: rows.map((each, i) => ({ argument: "inputs", rows: each, perRow: 10 ** i })),
});

describe("the number of rows of each batch", () => {
  const rowsOf = (variables?: Variables, query = "query ($v: [I!]! = [{}, {}]) { a }") =>
    rowsOfBatches(plan({ variable: "v" }), operationOf(parse(query)), variables);

  it.each<[string, Variables | undefined, number]>([
    ["a list", { v: [1, 2, 3] }, 3],
    ["an empty list", { v: [] }, 0],
    ["a single value", { v: {} }, 1],
    ["null", { v: null }, 1],
    ["absent, so that the default counts", {}, 2],
    ["absent with all variables", undefined, 2],
  ])("when the variable is %s", (_what, variables, rows) => {
    expect(rowsOf(variables)).toEqual([rows]);
  });

  it("when the variable is absent and has no default, or is another one, then it counts as a single row", () => {
    expect(rowsOf({}, "query ($v: [I!]!) { a }")).toEqual([1]);
    expect(rowsOf({ w: [1, 2] }, "query ($w: [I!]! = [{}, {}]) { a }")).toEqual([1]);
  });

  it("when the rows are in the document, then their number is known", () => {
    expect(rowsOfBatches(plan(4, 0), operationOf(parse("{ a }")), {})).toEqual([4, 0]);
    expect(rowsOfBatches(plan(), operationOf(parse("{ a }")), {})).toEqual([]);
  });

  it.each([
    ["[{}, {}]", 2],
    ["[]", 0],
    ["{}", 1],
    ["null", 1],
  ])("when the literal is %s, then it is %i", (literal, rows) => {
    expect(rowsOfLiteral(parseValue(literal))).toBe(rows);
  });

  it("when there is no literal, then it is one", () => {
    expect(rowsOfLiteral(undefined)).toBe(1);
  });
});

describe("the cost", () => {
  it("is the fixed part, and for each batch its rows times the cost of one", () => {
    expect(costOf(plan(), [])).toBe(7);
    expect(costOf(plan(0, 0), [3, 4])).toBe(7 + 3 * 1 + 4 * 10);
  });
});
