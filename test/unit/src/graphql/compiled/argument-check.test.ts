import { buildSchema, parse } from "graphql";
import { argumentCheck } from "../../../../../src/graphql/compiled/argument-check";

const schema = buildSchema("type Query { a(limit: Int, other: Int): Int }");
const limit = schema.getQueryType()?.getFields().a.args[0];
if (!limit) throw new Error("The schema has no argument.");
limit.extensions = {
  accepts: (value: unknown) => value === null || (typeof value === "number" && value < 10),
};

const check = (query: string) => argumentCheck(schema, parse(query));

describe("the check of restricted arguments", () => {
  it.each([
    ["a literal that is accepted", "{ a(limit: 9) }", {}, true],
    ["a literal that is not", "{ a(limit: 10) }", {}, false],
    ["null as a literal", "{ a(limit: null) }", {}, true],
    ["no such argument", "{ a }", {}, true],
    ["only arguments without restrictions", "{ a(other: 99) }", {}, true],
    ["a variable that is accepted", "query ($l: Int) { a(limit: $l) }", { l: 9 }, true],
    ["a variable that is not", "query ($l: Int) { a(limit: $l) }", { l: 10 }, false],
    ["a variable that is null", "query ($l: Int) { a(limit: $l) }", { l: null }, true],
    ["a variable that is absent", "query ($l: Int) { a(limit: $l) }", {}, true],
    ["an accepted default of an absent variable", "query ($l: Int = 9) { a(limit: $l) }", {}, true],
    ["a refused default of an absent variable", "query ($l: Int = 10) { a(limit: $l) }", {}, false],
    ["a refused default of a given variable", "query ($l: Int = 10) { a(limit: $l) }", { l: 1 }, true],
    ["one of two that is refused", "query ($l: Int) { a(limit: 1) b: a(limit: $l) }", { l: 10 }, false],
  ])("when there is %s: %s", (_what, query, variables, accepted) => {
    expect(check(query)(variables)).toBe(accepted);
  });
});
