import fc from "fast-check";
import { ArrayInPieces } from "../../../../src/http/array-in-pieces";

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}

function parseInPieces(body: Buffer): unknown {
  const array = ArrayInPieces.in(body, parse);
  return array?.fill() ? array.around : undefined;
}

/** Texts that look like what the text is cut at. */
const TRICKY = ["},{", "[{", "}]", '"},{"', "\\", "{", ",", "é", "\u2028", "x".repeat(3000)];

const value = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.constantFrom(...TRICKY), { maxLength: 6 }).map((parts) => parts.join("")),
);
const row = fc.dictionary(
  fc.constantFrom("a", "b", "},{"),
  fc.oneof(value, fc.array(fc.record({ c: value }), { maxLength: 3 }), fc.record({ d: value })),
);

describe("a large body", () => {
  it("is what JSON.parse makes of it, wherever it is cut", () => {
    let inPieces = 0;
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 20 }),
        fc.constantFrom("{ a }", "{ a }", "{ a(a: [{}, {}]) }"),
        fc.constantFrom<object[]>([], [], [{ b: 1 }]),
        fc.boolean(),
        (some, query, others, isFirst) => {
          const rows = Array.from({ length: 12_000 }, (_, i) => ({
            a: i,
            ...(i % 1000 === 0 && some[i % some.length]),
          }));
          const variables = { a: rows, others };
          const body = isFirst ? { variables, query } : { query, variables };
          const text = JSON.stringify(body);
          const parsed = parseInPieces(Buffer.from(text));
          if (parsed === undefined) return;
          inPieces++;
          expect(parsed).toEqual(JSON.parse(text));
        },
      ),
      { numRuns: 20 },
    );
    expect(inPieces).toBeGreaterThan(0);
  });

  const rows = JSON.stringify(Array.from({ length: 10_000 }, (_, i) => ({ medInc: i, aveRooms: 5 })));

  it.each([
    ["in the variables", `{"query":"{ a }","variables":{"inputs":${rows}}}`],
    [
      "with another variable behind it",
      `{"variables":{"inputs":${rows},"model":{"name":"a"}},"query":"{ a }"}`,
    ],
    ["with blanks, as Python writes it", `{"variables": {"inputs": ${rows.replaceAll(",", ", ")}}}`],
  ])("is parsed in pieces: an array %s", (_, text) => {
    expect(parseInPieces(Buffer.from(text))).toEqual(JSON.parse(text));
  });

  it.each([
    ["is small", '{"variables":{"inputs":[{"medInc":1}]}}'],
    ["is not JSON", `{"variables":{"inputs":${rows}}`],
    [
      "has a defect in the middle",
      `{"variables":{"inputs":${rows.replace('{"medInc":5000', '{"medInc" 5000')}}}`,
    ],
    ["is the array alone", rows],
    ["is mostly something else", `{"query":"${"a".repeat(1_000_000)}","variables":{"inputs":${rows}}}`],
    ["has the array too deep", `{"variables":{"a":{"inputs":${rows}}}}`],
    ["is a string with an array", JSON.stringify({ query: rows })],
    ["is one long string", `{"a":[{"b":"${"x".repeat(200_000)}"}]}`],
    ["is braces without end", `{"a":[{${"{ ".repeat(200_000)}}]}`],
  ])("is left to be parsed as a whole if it %s", (_, text) => {
    expect(parseInPieces(Buffer.from(text))).toBeUndefined();
  });
});
