import fc from "fast-check";
import { numberOf, rawValueOf, UNKNOWN_CATEGORY } from "../../../../model/table/raw-value";

const CATEGORIES = { categories: ["coal", "gas", ""] };
const NUMBERS = { categories: undefined };

describe("a value of a data file, as a number of a row", () => {
  it.each([
    [CATEGORIES, "gas", 1],
    [CATEGORIES, "", 2],
    [CATEGORIES, "oil", UNKNOWN_CATEGORY],
    [CATEGORIES, null, Number.NaN],
    [NUMBERS, 0, 0],
    [NUMBERS, -3.5, -3.5],
    [NUMBERS, null, Number.NaN],
    [NUMBERS, "gas", UNKNOWN_CATEGORY],
  ])("%j: %j is %d", (column, raw, number) => {
    expect(numberOf(column, raw)).toBe(number);
  });

  it("is the same value again", () => {
    fc.assert(
      fc.property(fc.oneof(fc.constant(null), fc.double({ noNaN: true })), (raw) => {
        expect(rawValueOf(NUMBERS, numberOf(NUMBERS, raw))).toBe(raw);
      }),
    );
    for (const raw of [...CATEGORIES.categories, null]) {
      expect(rawValueOf(CATEGORIES, numberOf(CATEGORIES, raw))).toBe(raw);
    }
  });

  it("is missing again where the category is unknown", () => {
    expect(rawValueOf(CATEGORIES, UNKNOWN_CATEGORY)).toBeNull();
  });
});
