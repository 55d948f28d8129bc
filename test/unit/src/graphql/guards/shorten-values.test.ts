import fc from "fast-check";
import { shortenValue } from "../../../../../src/graphql/guards/shorten-values";

const [FITS, LONG] = ["x".repeat(100), "x".repeat(101)];

describe("a value in a message", () => {
  it("has texts and keys of up to a hundred characters", () => {
    expect(shortenValue(FITS, 9)).toBe(FITS);
    expect(shortenValue(LONG, 9)).toBe(`${FITS}…`);
    expect(shortenValue({ [LONG]: [LONG], [FITS]: 1 }, 9)).toEqual({ [`${FITS}…`]: [`${FITS}…`], [FITS]: 1 });
  });

  it("has so many fields of an object, the first ones, and every item of a list", () => {
    expect(shortenValue({ a: 1, b: 2, c: 3 }, 2)).toEqual({ a: 1, b: 2 });
    expect(shortenValue({ a: 1, b: 2 }, 2)).toEqual({ a: 1, b: 2 });
    expect(shortenValue([1, 2, 3, { a: 1, b: 2, c: 3 }], 2)).toEqual([1, 2, 3, { a: 1, b: 2 }]);
  });

  it.each([7, true, null, undefined])("when it is neither text nor object, stays as it is: %j", (value) => {
    expect(shortenValue(value, 0)).toBe(value);
  });

  it("is copied as deep as it is printed: five levels", () => {
    const nested = (depth: number): unknown => (depth === 0 ? LONG : { a: [nested(depth - 2)] });
    // At the fifth level a text is still shortened, but an object is printed as [Object].
    expect(JSON.stringify(shortenValue(nested(4), 9))).toContain("…");
    const deep = { a: { a: { a: { a: { a: { text: LONG } } } } } };
    expect(JSON.stringify(shortenValue(deep, 9))).toBe(JSON.stringify(deep));
    const listed = [[[[{ text: LONG }]]]];
    expect(JSON.stringify(shortenValue(listed, 9))).toContain("…");
    expect(shortenValue([listed], 9)).toEqual([listed]);
  });

  it("when it is small, then it is the same", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        fc.pre(!JSON.stringify(value).includes("__proto__"));
        expect(shortenValue(value, 1000)).toEqual(value);
      }),
      { numRuns: 50 },
    );
  });
});
