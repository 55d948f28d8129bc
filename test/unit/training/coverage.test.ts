import { DIFFERENCE } from "../../../model/estimators/error-measure";
import { holdsActual, intervalsOf, meanWidth, observeCoverage, shareOf } from "../../../training/coverage";

const INTERVALS = [
  { lower: 1, upper: 3 },
  { lower: 2, upper: 8 },
  { lower: 5, upper: 5 },
];

describe("the coverage of intervals", () => {
  it("counts the actual values between their ends, and the ends too", () => {
    const inside = (...values: number[]) => holdsActual(INTERVALS, Float64Array.from(values));

    expect(inside(1, 8, 5)).toEqual([true, true, true]);
    expect(inside(0.9, 8.1, 4)).toEqual([false, false, false]);
    expect(inside(3, 2, 6)).toEqual([true, true, false]);
  });

  it("is a share, beside the mean width", () => {
    expect(shareOf([true, false, true, true])).toBe(0.75);
    expect(meanWidth(INTERVALS)).toBe((2 + 6 + 0) / 3);
    expect(observeCoverage(INTERVALS, Float64Array.of(2, 9, 5))).toEqual({
      observed: 2 / 3,
      meanWidth: 8 / 3,
    });
  });
});

describe("the intervals of a table", () => {
  const quantiles = [
    { coverage: 0.5, quantile: 1 },
    { coverage: 0.99, quantile: 4 },
  ];

  it("are as wide as the quantile of the coverage times the scale of each row, within the limits", () => {
    const predicted = { predictions: Float64Array.of(10, 20, 29), errorScales: Float64Array.of(1, 2, 3) };
    const rules = { uncertainty: { quantiles }, errors: DIFFERENCE, limits: { min: 0, max: 30 } };

    expect(intervalsOf(predicted, rules, 0.5)).toEqual([
      { lower: 9, upper: 11 },
      { lower: 18, upper: 22 },
      { lower: 26, upper: 30 },
    ]);
  });
});
