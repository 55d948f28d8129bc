import { fitSpread, SMOOTHER } from "../../../../training/smooth/fit-spread";

const rounded = (values: Float64Array) => [...values].map((value) => Number(value.toFixed(9)));

describe("the spread of a smooth model", () => {
  it("is a regression of the logarithm of the residuals, to which half their median is added", () => {
    const seen: number[][] = [];
    const { spread, atRows } = fitSpread(Float64Array.of(4, 0, 2), (target) => {
      seen.push(rounded(target.map(Math.exp)));
      return { weights: Float64Array.of(5, 6, 7), held: Float64Array.of(0, 500, 1000) };
    });

    expect(seen).toEqual([[5, 1, 3]]);
    // The quantiles 0.001 and 0.999 of 0, 500 and 1000, at the positions 0.002 and 1.998.
    expect(spread).toEqual({ intercept: 5, coefficients: [6, 7], min: 1, max: 999 });
    expect(Math.log(atRows[0])).toBeCloseTo(1, 9);
    expect(Math.log(atRows[1])).toBeCloseTo(500, 9);
    expect(atRows[2]).toBe(Math.exp(999));
  });

  it("is finite where most residuals are 0", () => {
    fitSpread(Float64Array.of(0, 0, 5), (target) => {
      expect(target.every(Number.isFinite)).toBe(true);
      return { weights: Float64Array.of(0), held: target };
    });
  });

  it("is smoother than the price", () => {
    expect(SMOOTHER).toBeGreaterThan(1);
  });
});
