import { CholeskyDecomposition, Matrix } from "ml-matrix";
import { solveCholesky } from "../../../../training/linear/cholesky";

/** BᵀB + I, which is positive definite, of numbers that are the same every time. */
function positiveDefinite(size: number): Matrix {
  const factor = new Matrix(
    Array.from({ length: size }, (_, i) =>
      Array.from({ length: size }, (_, j) => Math.sin(1 + i * size + j * j)),
    ),
  );
  return factor.transpose().mmul(factor).add(Matrix.eye(size));
}

describe("solveCholesky", () => {
  it.each([1, 2, 3, 4, 5, 8, 37])("solves a system of %d equations as ml-matrix does", (size) => {
    const matrix = positiveDefinite(size);
    const vector = Float64Array.from({ length: size }, (_, i) => Math.cos(i));
    const expected = new CholeskyDecomposition(matrix).solve(Matrix.columnVector(vector)).to1DArray();
    solveCholesky(Float64Array.from(matrix.to1DArray()), vector);
    for (let i = 0; i < size; i++) expect(vector[i]).toBeCloseTo(expected[i], 10);
  });

  it("reads the lower triangle alone", () => {
    const lower = Float64Array.of(4, Number.NaN, 2, 5);
    const vector = Float64Array.of(8, 12);
    solveCholesky(lower, vector);
    expect([...vector]).toEqual([1, 2]);
  });

  it.each([
    [[0], [1]],
    [
      [1, 0, 2, 1],
      [1, 1],
    ],
    [[Number.NaN], [1]],
  ])("refuses %j, which is not positive definite", (matrix, vector) => {
    const solve = () => solveCholesky(Float64Array.from(matrix), Float64Array.from(vector));
    expect(solve).toThrow(RangeError);
  });
});
