import fc from "fast-check";
import { innerProduct, substituteBackward, substituteForward } from "../../../../training/linear/triangular";

const whole = fc.integer({ min: -9, max: 9 });

/** A lower triangle of whole numbers, whose diagonal is a power of two, and a solution of whole numbers: all sums are exact. */
const system = fc.integer({ min: 1, max: 6 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    rest: fc.array(whole, { minLength: size * size, maxLength: size * size }),
    diagonal: fc.array(fc.constantFrom(1, 2, 4), { minLength: size, maxLength: size }),
    solution: fc.array(whole, { minLength: size, maxLength: size }),
    rank: fc.integer({ min: 0, max: size }),
  }),
);

const lowerOf = (size: number, rest: readonly number[], diagonal: readonly number[]) =>
  Float64Array.from(rest, (value, k) => (k % (size + 1) === 0 ? diagonal[k / (size + 1)] : value));

const sumOf = (count: number, term: (k: number) => number) =>
  Array.from({ length: count }, (_, k) => term(k)).reduce((sum, value) => sum + value, 0);

describe("the inner product of two parts of an array", () => {
  it("is the sum of products, whatever its length", () => {
    fc.assert(
      fc.property(fc.array(whole, { maxLength: 14 }), fc.nat(3), (one, a) => {
        const values = Float64Array.from([...Array(a).fill(7), ...one, ...one.toReversed(), 5]);
        const expected = sumOf(one.length, (k) => one[k] * one[one.length - 1 - k]);

        expect(innerProduct(values, a, a + one.length, one.length)).toBe(expected + 0);
      }),
    );
  });
});

describe("a triangular system", () => {
  it("is solved forward for its first rows; the others stay", () => {
    fc.assert(
      fc.property(system, ({ size, rest, diagonal, solution, rank }) => {
        const lower = lowerOf(size, rest, diagonal);
        const vector = Float64Array.from(solution, (_, i) =>
          i < rank ? sumOf(i + 1, (j) => lower[i * size + j] * solution[j]) : 99,
        );
        substituteForward(lower, size, rank, vector);

        expect([...vector].map((x) => x + 0)).toEqual(solution.map((x, i) => (i < rank ? x + 0 : 99)));
      }),
    );
  });

  it("is solved backward with the transposed triangle", () => {
    fc.assert(
      fc.property(system, ({ size, rest, diagonal, solution, rank }) => {
        const lower = lowerOf(size, rest, diagonal);
        const vector = Float64Array.from(solution, (_, i) =>
          i < rank ? sumOf(rank - i, (k) => lower[(i + k) * size + i] * solution[i + k]) : 99,
        );
        substituteBackward(lower, size, rank, vector);

        expect([...vector].map((x) => x + 0)).toEqual(solution.map((x, i) => (i < rank ? x + 0 : 99)));
      }),
    );
  });
});
