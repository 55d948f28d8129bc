import { deviation, mean, range } from "../../../training/statistics";

const values = Float64Array.of(2, 4, 4, 4, 5, 5, 7, 9);

describe("statistics of a column", () => {
  it("has the mean, and the population's standard deviation about it", () => {
    expect(mean(values)).toBe(5);
    expect(deviation(values, 5)).toBe(2);
  });

  it("has the smallest and the largest value", () => {
    expect(range(values)).toEqual({ min: 2, max: 9 });
  });
});
