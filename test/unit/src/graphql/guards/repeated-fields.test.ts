import { parse } from "graphql";
import { refuseRepeatedFields } from "../../../../../src/graphql/guards/repeated-fields";

const repeat = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => part(i)).join(" ");
const check = (text: string) => () => refuseRepeatedFields(parse(text));

describe("repeated fields", () => {
  it.each([
    ["directly", `{ ${repeat(51, () => "a")} }`],
    ["under the same alias", `{ ${repeat(51, (i) => `x: a${i}`)} }`],
    ["in an inline fragment", `{ ... on Query { ${repeat(51, () => "a")} } }`],
    [
      "by a fragment that is spread again and again",
      `{ ${repeat(51, () => "...F")} } fragment F on Query { a }`,
    ],
    [
      "by different fragments",
      `{ ${repeat(51, (i) => `...F${i}`)} } ${repeat(51, (i) => `fragment F${i} on Query { a }`)}`,
    ],
    ["below a field that is repeated itself", `{ ${repeat(26, () => "m { a a }")} }`],
    ["in a fragment that nobody spreads", `{ a } fragment F on Query { ${repeat(51, () => "a")} }`],
    ["in the second operation", `query A { a } query B { ${repeat(51, () => "a")} }`],
  ])("are refused %s", (_, text) => {
    expect(check(text)).toThrow(/selects a field more than 50 times in one place/);
  });

  it.each([
    ["fifty times", `{ ${repeat(50, () => "a")} }`],
    ["in different places", `{ ${repeat(30, (i) => `m${i} { a a a }`)} }`],
    [
      "in a chain of fragments",
      `{ ...F0 } ${repeat(100, (i) => `fragment F${i} on Query { a${i} ...F${i + 1} }`)} fragment F100 on Query { a }`,
    ],
    ["in fragments in a circle", "{ ...A } fragment A on Query { a ...B } fragment B on Query { b ...A }"],
    ["in a fragment that does not exist", "{ ...A }"],
  ])("pass %s", (_, text) => {
    expect(check(text)).not.toThrow();
  });

  it("are refused where fragments multiply them beyond counting", () => {
    const levels = repeat(
      30,
      (i) => `fragment F${i} on Query { x${i} { ...F${i + 1} } y${i} { ...F${i + 1} } }`,
    );
    expect(check(`{ ...F0 } ${levels} fragment F30 on Query { a }`)).toThrow(/too many fields to count/);
  });
});
