import fc from "fast-check";
import {
  combinationOf,
  decomposePivoted,
  solveIndependent,
} from "../../../../training/linear/pivoted-cholesky";

/** BᵀB for rows of B. */
function gramOf(rows: readonly (readonly number[])[]): Float64Array {
  const size = rows[0].length;
  return Float64Array.from({ length: size * size }, (_, k) =>
    rows.reduce((sum, row) => sum + row[Math.floor(k / size)] * row[k % size], 0),
  );
}

const rows = fc
  .record({ size: fc.integer({ min: 1, max: 6 }), count: fc.integer({ min: 1, max: 6 }) })
  .chain(({ size, count }) => {
    const row = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: size, maxLength: size });
    return fc.array(row, { minLength: count, maxLength: count });
  });

describe("the pivoted decomposition of a matrix", () => {
  it("takes the largest column first, and leaves out what depends on it", () => {
    // The first column is half of the second.
    const factor = decomposePivoted(Float64Array.of(1, 2, 2, 4), 2, 1e-9);

    expect([...factor.order, factor.rank, factor.size]).toEqual([1, 0, 1, 2]);
    expect([factor.lower[0], factor.lower[2]]).toEqual([2, 1]);
    expect([...combinationOf(factor, 0)]).toEqual([0.5]);
  });

  it("counts a column as dependent if no more than the tolerance is left of it", () => {
    const rank = (left: number) => decomposePivoted(Float64Array.of(4, 0, 0, left), 2, 0.25).rank;

    expect([rank(0.25), rank(0.26)]).toEqual([1, 2]);
    expect(decomposePivoted(Float64Array.of(0), 1, 0).rank).toBe(0);
  });

  it("multiplies to the matrix again, in the order of its columns", () => {
    fc.assert(
      fc.property(rows, (values) => {
        const size = values[0].length;
        const matrix = gramOf(values);
        const { order, rank, lower } = decomposePivoted(matrix.slice(), size, 1e-9);

        expect([...order].sort()).toEqual(Array.from({ length: size }, (_, i) => i));
        for (let i = 0; i < size; i++) {
          for (let j = 0; j <= i; j++) {
            let product = 0;
            for (let k = 0; k < Math.min(rank, j + 1); k++)
              product += lower[i * size + k] * lower[j * size + k];
            expect(product).toBeCloseTo(matrix[order[i] * size + order[j]], 8);
          }
        }
      }),
    );
  });

  it("tells how each dependent column is made of the independent ones", () => {
    fc.assert(
      fc.property(rows, (values) => {
        const size = values[0].length;
        const factor = decomposePivoted(gramOf(values), size, 1e-9);
        for (let d = 0; d < size - factor.rank; d++) {
          const weights = combinationOf(factor, d);
          for (const row of values) {
            const made = weights.reduce((sum, weight, k) => sum + weight * row[factor.order[k]], 0);
            expect(made).toBeCloseTo(row[factor.order[factor.rank + d]], 7);
          }
        }
      }),
    );
  });

  it("solves the equations of the independent columns", () => {
    fc.assert(
      fc.property(rows, (values) => {
        const size = values[0].length;
        const matrix = gramOf(values);
        const factor = decomposePivoted(matrix.slice(), size, 1e-9);
        const right = Float64Array.from({ length: factor.rank }, (_, i) => i + 1);
        const solution = right.slice();
        solveIndependent(factor, solution);
        for (let i = 0; i < factor.rank; i++) {
          const left = solution.reduce(
            (sum, x, j) => sum + x * matrix[factor.order[i] * size + factor.order[j]],
            0,
          );
          expect(left).toBeCloseTo(i + 1, 6);
        }
      }),
    );
  });
});
