import fc from "fast-check";
import { numberParser } from "../../../../model/table/number-format";

const SIGNS: readonly [decimalChar: string, groupChar: string][] = [
  [".", ","],
  [",", "."],
  [",", " "],
  [".", "'"],
  [".", "’"],
  [".", "_"],
];

/** A number as people of one country write it. */
function write(value: number, [decimalChar, groupChar]: readonly [string, string]): string {
  const [whole, decimals] = value.toFixed(2).split(".");
  return whole.replace(/\B(?=(\d{3})+$)/g, groupChar) + decimalChar + decimals;
}

describe("numbers in the writing of a country", () => {
  it("are what was meant", () => {
    const cents = fc.integer({ min: -1e12, max: 1e12 }).map((value) => value / 100);
    fc.assert(
      fc.property(cents, fc.constantFrom(...SIGNS), (value, signs) => {
        const [decimalChar, groupChar] = signs;
        const parse = numberParser({ decimalChar, groupChar, bareNumber: true });
        expect(parse(write(value, signs))).toBe(value);
        expect(parse(value.toFixed(2).replace(".", decimalChar))).toBe(value);
      }),
    );
  });

  it.each([
    [".", ",", "12,34,567.5", 1_234_567.5],
    [".", ",", "1,2345", Number.NaN],
    [".", ",", "1,23", Number.NaN],
    [".", ",", ",123", Number.NaN],
    [".", ",", "0,123", Number.NaN],
    [",", ".", "1.5", Number.NaN],
    [",", ".", "1,5,6", Number.NaN],
    [",", " ", "1\u202f234,5", 1234.5],
    [",", " ", "1\u00a0234", 1234],
  ])("with %j for decimals and %j between groups, of %j", (decimalChar, groupChar, text, value) => {
    expect(numberParser({ decimalChar, groupChar, bareNumber: true })(text)).toBe(value);
  });

  it.each([
    ["$1,200.50", 1200.5],
    ["US$ 1,200 ", 1200],
    ["-$5", -5],
    ["\u2212 5 %", -5],
    ["from $.5", 0.5],
    ["85 m²", 85],
    ["1,085.5 m2", 1085.5],
    ["1,200-1,300", Number.NaN],
    ["3 4", Number.NaN],
    ["about", Number.NaN],
    ["3 to 5", Number.NaN],
    ["1".repeat(401), Number.NaN],
  ])("are found in %j where a unit may stand around them", (text, value) => {
    expect(numberParser({ decimalChar: ".", groupChar: ",", bareNumber: false })(text)).toBe(value);
  });
});
