/** The distance that parity with scikit-learn allows, in the target's unit. */
const TOLERANCE = 1e-9;

/** Expects each number of `actual` within 1e-9 of the number in the same place of `expected`. */
export function expectParity(actual: readonly number[], expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  const distances = actual.map((value, i) => Math.abs(value - expected[i]));
  // Compared as a maximum, so that NaN fails too.
  expect(Math.max(...distances)).toBeLessThanOrEqual(TOLERANCE);
}
