import { buildSchema, parse, validate } from "graphql";
import { KnownOperationTypesRule } from "../../../../src/graphql/known-operation-types";

const refusals = (sdl: string, query: string) =>
  validate(buildSchema(sdl), parse(query), [KnownOperationTypesRule]).map(({ message, locations }) => [
    message,
    locations,
  ]);

const QUERIES = "type Query { a: Int }";

describe("an operation of a kind that the schema", () => {
  it("has, passes", () => {
    expect(refusals(QUERIES, "{ a } query B { a }")).toEqual([]);
    expect(refusals(`${QUERIES} type Mutation { a: Int }`, "mutation { a }")).toEqual([]);
  });

  it("does not have, is refused where it stands", () => {
    expect(refusals(QUERIES, "{ a } mutation { a } subscription S { a }")).toEqual([
      ["The schema has no mutation operations.", [{ line: 1, column: 7 }]],
      ["The schema has no subscription operations.", [{ line: 1, column: 22 }]],
    ]);
  });
});
