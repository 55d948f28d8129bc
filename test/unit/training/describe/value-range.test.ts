import fc from "fast-check";
import { ValueRange } from "../../../../training/describe/value-range";

function rangeOf(values: readonly number[], firstLine = 2): ValueRange {
  const range = new ValueRange();
  for (const [i, value] of values.entries()) range.add(value, firstLine + i);
  return range;
}

describe("the range of values", () => {
  it("has the extremes, the first line of the maximum and its count", () => {
    expect(rangeOf([3, -2, 7, 7, 5])).toMatchObject({
      min: -2,
      max: 7,
      maxLine: 4,
      maxCount: 2,
      isWhole: true,
    });
  });

  it("begins empty", () => {
    const { min, max, maxLine, maxCount, isWhole } = new ValueRange();

    expect([min, max, maxLine, maxCount, isWhole]).toEqual([Infinity, -Infinity, 0, 0, true]);
  });

  it("is whole until a value has decimals", () => {
    expect([rangeOf([1, 2.5, 3]).isWhole, rangeOf([1, 2.0, 3]).isWhole]).toEqual([false, true]);
  });

  it("of two lists together is that of the joined list", () => {
    const values = fc.array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constant(0.5)), { maxLength: 8 });
    fc.assert(
      fc.property(values, values, (one, other) => {
        const united = ValueRange.union(rangeOf(one), rangeOf(other, 2 + one.length));

        expect(united).toEqual(rangeOf([...one, ...other]));
      }),
    );
  });
});
