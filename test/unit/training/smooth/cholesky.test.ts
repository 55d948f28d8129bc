import fc from "fast-check";
import {
  decompose,
  solveTile,
  substituteBackward,
  substituteForward,
} from "../../../../training/smooth/cholesky";
import { TILE } from "../../../../training/smooth/simd/tile-kernel";
import { positionInTiles } from "../../../../training/smooth/tile-matrix";
import { multiplyInTiles, numbersFrom } from "../../../support/tiles";

describe("Cholesky's decomposition in tiles", () => {
  it("solves the equations of all columns, and those of the first ones", () => {
    const order = fc.integer({ min: 1, max: 140 });
    fc.assert(
      fc.property(order, fc.integer(), fc.constantFrom(1, 0.6), (order, seed, share) => {
        const { kernel, view, gram, tiles } = multiplyInTiles(numbersFrom(seed, 3 * order * order), order);
        for (let i = 0; i < order; i++) view[gram + positionInTiles(i, i)] += 1;
        for (let i = order; i < tiles * TILE; i++) view[gram + positionInTiles(i, i)] = 1;
        const matrix = view.slice();
        const right = numbersFrom(seed + 1, order);
        decompose(kernel, view, gram, tiles);
        const solution = right.slice();
        substituteForward(view, gram, solution);
        const size = Math.ceil(share * order);
        const first = solution.slice(0, size);
        substituteBackward(view, gram, first);
        for (let i = 0; i < size; i++) {
          let sum = 0;
          for (let j = 0; j < size; j++) {
            sum += matrix[gram + positionInTiles(Math.max(i, j), Math.min(i, j))] * first[j];
          }
          expect(sum).toBeCloseTo(right[i], 8);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("refuses a matrix that is not positive definite", () => {
    const { kernel, view, gram } = multiplyInTiles(numbersFrom(1, 8), 4);

    expect(() => decompose(kernel, view, gram, 1)).toThrow(RangeError);
    expect(() => decompose(kernel, view.fill(0), gram, 1)).toThrow(
      "The matrix is not positive definite: a pivot is 0",
    );
  });
});

describe("a tile of right-hand sides", () => {
  it("is solved by a tile of L, four at once", () => {
    // Tiles are stored by columns. L has the rows (2), (1, 4), (3, 5, 1), (6, 7, 8, 2).
    const lower = [2, 1, 3, 6, 0, 4, 5, 7, 0, 0, 1, 8, 0, 0, 0, 2];
    const solutions = [
      [1, 2, 3, 4],
      [-1, 0, 2, 5],
      [0, 0, 0, 1],
      [7, -3, 2, 1],
    ];
    // Element (r, j) of the right-hand side: Σ L[j][k]·x[r][k] for k ≤ j.
    const right = [0, 1, 2, 3].flatMap((j) =>
      solutions.map((x) => x.reduce((sum, value, k) => sum + (k <= j ? lower[4 * k + j] * value : 0), 0)),
    );
    const memory = Float64Array.from([...lower, ...right]);
    solveTile(memory, 0, 16);

    expect([...memory.subarray(16)]).toEqual([0, 1, 2, 3].flatMap((j) => solutions.map((x) => x[j])));
    expect([...memory.subarray(0, 16)]).toEqual(lower);
  });
});
