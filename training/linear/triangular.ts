/** Σ values[a + k]·values[b + k] for k < length, in four independent sums. */
export function innerProduct(values: Float64Array, a: number, b: number, length: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let k = 0;
  for (; k + 4 <= length; k += 4) {
    s0 += values[a + k] * values[b + k];
    s1 += values[a + k + 1] * values[b + k + 1];
    s2 += values[a + k + 2] * values[b + k + 2];
    s3 += values[a + k + 3] * values[b + k + 3];
  }
  for (; k < length; k++) s0 += values[a + k] * values[b + k];
  return s0 + s1 + s2 + s3;
}

/**
 * Solves L·x = b for the first `rank` rows and columns.
 *
 * @param lower - L in row-major order with row length `size`
 * @param vector - b; overwritten by x
 */
export function substituteForward(
  lower: Float64Array,
  size: number,
  rank: number,
  vector: Float64Array,
): void {
  for (let i = 0; i < rank; i++) {
    let sum = vector[i];
    for (let j = 0; j < i; j++) sum -= lower[i * size + j] * vector[j];
    vector[i] = sum / lower[i * size + i];
  }
}

/** Solves Lᵀ·x = b, likewise. */
export function substituteBackward(
  lower: Float64Array,
  size: number,
  rank: number,
  vector: Float64Array,
): void {
  for (let i = rank - 1; i >= 0; i--) {
    vector[i] /= lower[i * size + i];
    for (let j = 0; j < i; j++) vector[j] -= lower[i * size + j] * vector[i];
  }
}
