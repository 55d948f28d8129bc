import fc from "fast-check";
import { numbersFrom, tileMemory } from "../../../../support/tiles";

/** C of four rows and columns, stored by columns: each element changes by ± Σ A[k][i]·B[k][j]. */
function changed(values: Float64Array, length: number, sign: 1 | -1): number[] {
  return Array.from({ length: 16 }, (_, at) => {
    const [i, j] = [at % 4, Math.floor(at / 4)];
    let sum = 0;
    for (let k = 0; k < length; k++) sum += values[4 * k + i] * values[4 * (length + k) + j];
    return values[8 * length + at] + sign * sum;
  });
}

describe("the kernel of tiles", () => {
  it.each([
    ["add", 1],
    ["subtract", -1],
  ] as const)("can %s the product of two panels", (name, sign) => {
    fc.assert(
      fc.property(fc.constantFrom(4, 8, 12, 256), fc.integer(), (length, seed) => {
        const values = numbersFrom(seed, 8 * length + 16);
        const { kernel, view } = tileMemory(values.length + 4);
        view.set(values);
        view.fill(7, values.length);
        kernel[name](0, 8 * 4 * length, 8 * 8 * length, length);

        const expected = changed(values, length, sign);
        for (const [at, value] of expected.entries()) expect(view[8 * length + at]).toBeCloseTo(value, 10);
        expect([...view.subarray(0, 8 * length)]).toEqual([...values.subarray(0, 8 * length)]);
        expect([...view.subarray(values.length, values.length + 4)]).toEqual([7, 7, 7, 7]);
      }),
      { numRuns: 20 },
    );
  });
});
