import { covariance } from "../../../training/covariance";

describe("the covariance of columns", () => {
  it("is the mean product of their distances from the means", () => {
    // Distances: -1, 0, 1 and -2, 4, -2.
    const columns = [Float64Array.of(1, 2, 3), Float64Array.of(0, 6, 0)];

    expect(covariance(columns, [2, 2]).to2DArray()).toEqual([
      [2 / 3, 0],
      [0, 8],
    ]);
    expect(covariance([columns[0], columns[0]], [2, 0]).to2DArray()).toEqual([
      [2 / 3, 2 / 3],
      [2 / 3, 14 / 3],
    ]);
  });
});
