import fc from "fast-check";
import { rankCorrelation } from "../../../../training/describe/rank-correlation";

const numbers = fc.uniqueArray(fc.integer(), { minLength: 20, maxLength: 60 });

describe("the rank correlation of two columns", () => {
  it("is Pearson's correlation of the ranks, of which equal values share the mean", () => {
    const x = [1, 2, 2, 3, 5, 8, 8, 8, 9, 10];
    const y = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3];
    expect(rankCorrelation(Float64Array.from(x), Float64Array.from(y), 1)).toBeCloseTo(
      0.381_994_946_156_214,
      12,
    );
  });

  it("is 1 for any column that grows with the other, and -1 for one that falls", () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const x = Float64Array.from(values);
        expect(
          rankCorrelation(
            x,
            x.map((v) => 3 * v),
          ),
        ).toBeCloseTo(1, 10);
        expect(
          rankCorrelation(
            x,
            x.map((v) => -v),
          ),
        ).toBeCloseTo(-1, 10);
      }),
    );
  });

  it("leaves out rows without a value, and is 0 where too few are left or a column never varies", () => {
    const x = Float64Array.from({ length: 30 }, (_, i) => i);
    const gaps = x.map((value, i) => (i % 5 === 0 ? Number.NaN : value));
    expect(rankCorrelation(x, gaps)).toBeCloseTo(1, 10);
    expect(rankCorrelation(x.subarray(0, 19), x.subarray(0, 19))).toBe(0);
    expect(rankCorrelation(x, new Float64Array(30))).toBe(0);
  });
});
