import { Kind, parse, type SelectionSetNode } from "graphql";
import { SelectionWalker } from "../../../../src/graphql/selection-walker";

const LEVELS = 30;
/** Fragments that spread the next one twice: a few kilobytes that stand for a billion fields. */
const MULTIPLYING = Array.from(
  { length: LEVELS },
  (_, level) => `fragment F${level} on Query { ...F${level + 1} ...F${level + 1} }`,
).join(" ");

function walk(
  text: string,
  { max = 100, isEntered }: { max?: number; isEntered?: (on: string) => boolean } = {},
) {
  const document = parse(text);
  const [operation] = document.definitions;
  if (operation.kind !== Kind.OPERATION_DEFINITION) throw new Error(operation.kind);
  const walker = new SelectionWalker(document, max);
  const names: string[] = [];
  const walkBelow = (selectionSet: SelectionSetNode): void =>
    walker.forEachField(
      selectionSet,
      ({ name, selectionSet: inside }) => {
        names.push(name.value);
        if (inside) walkBelow(inside);
      },
      isEntered,
    );
  walkBelow(operation.selectionSet);
  return { names: names.join(" "), walker };
}

describe("a walk through the selections of an operation", () => {
  it.each([
    ["fields", "{ a b { c d } e }", "a b c d e"],
    ["inline fragments, with and without a type", "{ a ... { b } ... on Query { c { d } } }", "a b c d"],
    [
      "a fragment at each place that spreads it",
      "{ x { ...F } y { ...F } } fragment F on T { a }",
      "x a y a",
    ],
    ["fragments in fragments", "{ ...F } fragment F on T { a ...G } fragment G on T { b }", "a b"],
  ])("when there are %s, then their fields are visited in order", (_what, text, names) => {
    expect(walk(text).names).toBe(names);
    expect(walk(text).walker.isExhausted).toBe(false);
  });

  it("when a fragment spreads itself, or does not exist, then it is skipped", () => {
    expect(walk("{ ...F ...None } fragment F on T { a ...G } fragment G on T { b ...F }").names).toBe("a b");
  });

  it("when a type condition does not apply, then nothing below it is visited", () => {
    const text = "{ ... on A { a } ... on B { b } ...F } fragment F on B { c }";
    expect(walk(text, { isEntered: (on) => on === "A" }).names).toBe("a");
    expect(walk(text, { isEntered: (on) => on === "B" }).names).toBe("b c");
  });

  it("when it is done, then it knows which fragments were spread", () => {
    const { walker } = walk("{ ...F } fragment F on T { a } fragment G on T { b }");
    expect([...walker.spread]).toEqual(["F"]);
    expect([...walker.fragments.keys()]).toEqual(["F", "G"]);
  });

  it("when there are as many selections as are allowed, then all are visited; with one more, it says so", () => {
    expect(walk("{ a b { c } }", { max: 3 }).walker.isExhausted).toBe(false);
    const { names, walker } = walk("{ a b { c } d }", { max: 3 });
    expect(names).toBe("a b c");
    expect(walker.isExhausted).toBe(true);
  });

  it.each([
    ["a field", "a", () => true],
    ["fragments that do not apply", "... on Other { a }", (on: string) => on === "Query"],
  ])("when fragments multiply %s beyond counting, then it stops early", (_what, leaf, isEntered) => {
    const { names, walker } = walk(`{ ...F0 } ${MULTIPLYING} fragment F${LEVELS} on Query { ${leaf} }`, {
      max: 1000,
      isEntered,
    });
    expect(walker.isExhausted).toBe(true);
    expect(names.length).toBeLessThan(2000);
  });
});
