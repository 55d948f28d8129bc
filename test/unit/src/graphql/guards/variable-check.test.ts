import fc from "fast-check";
import { buildSchema, Kind, parse } from "graphql";
import { getVariableValues } from "graphql/execution/values";
import { variableCheck } from "../../../../../src/graphql/guards/variable-check";

const schema = buildSchema(`
  enum Colour { RED GREEN }
  input Inner { flag: Boolean! = true, id: ID, colour: Colour }
  input Row { a: Float!, b: Int, c: String, inner: Inner, rows: [Row!] }
  type Query { x(rows: [Row!]!, row: Row, n: Int, nested: [[Int]!]): Int }
`);
const operation = parse(
  "query ($rows: [Row!]!, $row: Row, $n: Int = 3, $nested: [[Int]!]) { x(rows: $rows, row: $row, n: $n, nested: $nested) }",
).definitions[0];

if (operation.kind !== Kind.OPERATION_DEFINITION) throw new Error("no operation");
const { variableDefinitions = [] } = operation;
const check = variableCheck(schema, operation);

function coerces(variables: { readonly [name: string]: unknown }): boolean {
  return getVariableValues(schema, variableDefinitions, variables, { maxErrors: 1 }).errors === undefined;
}

const leaf = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.integer({ min: 2 ** 31 - 2, max: 2 ** 31 + 2 }),
  fc.constantFrom(null, true, "RED", "BLUE", "x", {}, [], Number.NaN, Number.POSITIVE_INFINITY, -0),
);
const { row } = fc.letrec<{ row: unknown; inner: unknown }>((tie) => ({
  inner: fc.record({ flag: leaf, id: leaf, colour: leaf, more: leaf }, { requiredKeys: [] }),
  row: fc.record(
    {
      a: fc.oneof({ weight: 4, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) }, leaf),
      b: fc.oneof(fc.integer(), leaf),
      c: fc.oneof(fc.string(), leaf),
      inner: fc.oneof(fc.constant(null), tie("inner"), leaf),
      rows: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        fc.constant(null),
        fc.array(tie("row"), { maxLength: 2 }),
      ),
    },
    { requiredKeys: ["a"] },
  ),
}));
const variables = fc.record(
  {
    rows: fc.oneof(fc.array(row, { maxLength: 3 }), row, leaf),
    row: fc.oneof(row, leaf),
    n: leaf,
    nested: fc.oneof(fc.array(fc.array(leaf)), leaf),
  },
  { requiredKeys: [] },
);

describe("the check of variables", () => {
  it("accepts nothing that graphql-js does not, and all that it does but a list for an object", () => {
    let accepted = 0;
    fc.assert(
      fc.property(variables, (values) => {
        const valid = check(values);
        if (valid) accepted++;
        if (valid !== coerces(values)) {
          expect(valid).toBe(false);
          expect(JSON.stringify(values)).toContain("[]");
        }
      }),
      { numRuns: 1000 },
    );
    expect(accepted).toBeGreaterThan(0);
  });

  it.each([
    [{ zip: "1" }, true],
    [{ zip: null }, false],
    [{ zip: "1", city: null }, false],
    [{}, false],
  ])("of %j in a oneOf input is %s", (location, accepted) => {
    const oneOf = buildSchema(
      "input Location @oneOf { zip: String city: String } type Query { x(l: Location): Int }",
    );
    const [query] = parse("query ($l: Location) { x(l: $l) }").definitions;
    if (query.kind !== Kind.OPERATION_DEFINITION) throw new Error("no operation");

    expect(variableCheck(oneOf, query)({ l: location })).toBe(accepted);
  });

  it("accepts no string that is longer than any name", () => {
    expect(check({ rows: [{ a: 1, c: "x".repeat(1000) }] })).toBe(true);
    expect(check({ rows: [{ a: 1, c: "x".repeat(1001) }] })).toBe(false);
    expect(check({ rows: [{ a: 1, inner: { id: "x".repeat(1001) } }] })).toBe(false);
  });

  it("does not look at what the operation does not have", () => {
    expect(check({ rows: [], other: { rows: "x".repeat(5000) } })).toBe(true);
  });
});
