import { quantiles } from "../../../training/quantiles";

describe("quantiles", () => {
  it("are linear between the values, as numpy.quantile gives them", () => {
    const values = Float64Array.of(4, 1, 3, 2);
    expect(quantiles(values, [0, 0.25, 0.5, 0.9, 1])).toEqual([1, 1.75, 2.5, 3.7, 4]);
  });

  it("of a single value are that value", () => {
    expect(quantiles(Float64Array.of(7), [0, 0.3, 1])).toEqual([7, 7, 7]);
  });
});
