import { buildSchema, parse } from "graphql";
import { VariableGuard } from "../../../../../src/graphql/guards/variable-guard";
import { operationOf } from "../../../../support/operation-of";

const operation = operationOf(
  parse(
    "query ($house: House, $houses: [House!], $n: Int! = 3) { a(house: $house, houses: $houses, n: $n) }",
  ),
);

/** A guard of a schema whose largest input has so many fields. */
function guardOf(fields: number): VariableGuard {
  const names = Array.from({ length: fields }, (_, i) => `f${i}: Int`).join(" ");
  return new VariableGuard(
    buildSchema(`
      input House { ${names} }
      input Small { f0: Int }
      type Query { a(house: House, houses: [House!], n: Int!, small: Small): Int }
    `),
  );
}

const unknownFields = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`x${i}`, 1]));

const LONG = "x".repeat(200);
const SHORTENED = `${"x".repeat(100)}…`;

describe("valid variables", () => {
  it.each([[{}], [{ house: { f0: 1 }, houses: [{ f1: null }] }], [{ n: 1, unknown: LONG }]])(
    "are accepted and stay as they are: %j",
    (variables) => {
      const guard = guardOf(2);
      expect(guard.accepts(operation, variables)).toBe(true);
      expect(guard.forMessages(operation, variables)).toBe(variables);
    },
  );

  it("of one operation are not those of another", () => {
    const guard = guardOf(2);
    const other = operationOf(parse("query ($n: House) { a(house: $n, n: 1) }"));
    expect([operation, other, operation].map((each) => guard.accepts(each, { n: 1 }))).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe("invalid variables", () => {
  it("are shortened, and those that the operation does not have left out", () => {
    const variables = { n: LONG, house: { f0: LONG }, unknown: LONG };
    const guard = guardOf(2);
    expect(guard.accepts(operation, variables)).toBe(false);
    expect(guard.forMessages(operation, variables)).toEqual({ n: SHORTENED, house: { f0: SHORTENED } });
  });

  it("when they are absent, then they remain absent, so that their defaults apply", () => {
    expect(Object.keys(guardOf(2).forMessages(operation, { house: 7 }))).toEqual(["house"]);
  });

  it.each([
    ["small inputs", 2, 100],
    ["the largest that a hundred is enough for", 50, 100],
    ["larger inputs", 51, 102],
  ])("when the schema has %s of %d fields, then an object may have %d", (_what, fields, most) => {
    const guard = guardOf(fields);
    expect(guard.forMessages(operation, { house: unknownFields(most) })).toEqual({
      house: unknownFields(most),
    });
    const message = `house has more than ${most} fields, which is more than any input has.`;
    expect(() => guard.forMessages(operation, { house: unknownFields(most + 1) })).toThrow(
      expect.objectContaining({
        message,
        extensions: { code: "BAD_USER_INPUT", fields: [{ path: "house", message }], http: { status: 400 } },
      }),
    );
  });

  it("when an item of a list has too many fields, then its position is told", () => {
    const houses = [{}, unknownFields(100), unknownFields(101), unknownFields(102)];
    expect(() => guardOf(2).forMessages(operation, { houses })).toThrow(
      "houses[2] has more than 100 fields, which is more than any input has.",
    );
    expect(() => guardOf(2).forMessages(operation, { houses: houses.slice(0, 2) })).not.toThrow();
  });

  it("when a value is no object, then it has no fields", () => {
    for (const house of [LONG, 7, null, true]) {
      expect(() => guardOf(2).forMessages(operation, { house, n: "x" })).not.toThrow();
    }
  });
});
