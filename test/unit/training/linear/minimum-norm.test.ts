import fc from "fast-check";
import { minimumNorm } from "../../../../training/linear/minimum-norm";

const of = (coefficients: readonly number[], combinations: readonly (readonly number[])[]) => [
  ...minimumNorm(
    Float64Array.from(coefficients),
    combinations.map((weights) => Float64Array.from(weights)),
  ),
];

function expectClose(actual: readonly number[], expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  for (const [i, value] of expected.entries()) expect(actual[i]).toBeCloseTo(value, 9);
}

describe("the coefficients of least norm", () => {
  it("are those given where no column depends on others", () => {
    expect(of([3, -2], [])).toEqual([3, -2]);
  });

  it.each<[what: string, coefficients: number[], combinations: number[][], all: number[]]>([
    // 5 = b + 2d is solved with the least b² + d² by b = 1 and d = 2.
    ["twice another", [5], [[2]], [1, 2]],
    // 6 = b + d + 2e: the direction (1, 1, 2).
    ["another, and twice it", [6], [[1], [2]], [1, 1, 2]],
    // 3 = b + d and 3 = c + d: by symmetry b = c, and d = 2b.
    ["the sum of two others", [3, 3], [[1, 1]], [1, 1, 2]],
    ["of no column", [3, -2], [[0, 0]], [3, -2, 0]],
  ])("share the effect of a column that is %s", (_what, coefficients, combinations, all) => {
    expectClose(of(coefficients, combinations), all);
  });

  it("have the same effect, and are a combination of the rows of the design", () => {
    const coefficient = fc.double({ min: -5, max: 5, noNaN: true });
    const input = fc
      .record({ size: fc.integer({ min: 1, max: 4 }), count: fc.integer({ min: 0, max: 6 }) })
      .chain(({ size, count }) => {
        const vector = fc.array(coefficient, { minLength: size, maxLength: size });
        return fc.tuple(vector, fc.array(vector, { minLength: count, maxLength: count }));
      });
    fc.assert(
      fc.property(input, ([coefficients, combinations]) => {
        const all = of(coefficients, combinations);
        const [independent, dependent] = [all.slice(0, coefficients.length), all.slice(coefficients.length)];
        for (const [i, coefficient] of coefficients.entries()) {
          const effect = dependent.reduce(
            (sum, value, d) => sum + value * combinations[d][i],
            independent[i],
          );
          expect(effect).toBeCloseTo(coefficient, 8);
        }
        for (const [d, weights] of combinations.entries()) {
          expect(weights.reduce((sum, weight, i) => sum + weight * independent[i], 0)).toBeCloseTo(
            dependent[d],
            8,
          );
        }
      }),
    );
  });
});
