import { solveCholesky } from "./cholesky";

/**
 * Minimum-norm coefficients among all with the same fitted values.
 *
 * @param coefficients - of the independent columns, with the dependent ones at 0
 * @param combinations - weights of the independent columns in each dependent one
 * @returns coefficients of the independent, then of the dependent columns
 */
export function minimumNorm(coefficients: Float64Array, combinations: readonly Float64Array[]): Float64Array {
  const dependent = sharesOf(coefficients, combinations);
  const all = new Float64Array(coefficients.length + dependent.length);
  all.set(coefficients);
  all.set(dependent, coefficients.length);
  // Subtract what the dependent columns take over.
  combinations.forEach((weights, d) => {
    for (let i = 0; i < weights.length; i++) all[i] -= weights[i] * dependent[d];
  });
  return all;
}

/**
 * Coefficients d of the dependent columns that minimise |c - T·d|² + |d|²: (I + TᵀT)·d = Tᵀc, or, if there are more dependent than
 * independent columns, the equivalent d = Tᵀ(I + TTᵀ)⁻¹c.
 */
function sharesOf(coefficients: Float64Array, combinations: readonly Float64Array[]): Float64Array {
  const project = (vector: Float64Array) =>
    Float64Array.from(combinations, (weights) => dot(weights, vector));
  if (combinations.length <= coefficients.length) {
    const shares = project(coefficients);
    solveCholesky(identityPlusProducts(combinations), shares);
    return shares;
  }
  const transposed = Array.from(coefficients, (_, i) =>
    Float64Array.from(combinations, (weights) => weights[i]),
  );
  const solved = coefficients.slice();
  solveCholesky(identityPlusProducts(transposed), solved);
  return project(solved);
}

/** I plus the Gram matrix of the vectors, as a lower triangle. */
function identityPlusProducts(vectors: readonly Float64Array[]): Float64Array {
  const size = vectors.length;
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) matrix[i * size + j] = dot(vectors[i], vectors[j]) + (i === j ? 1 : 0);
  }
  return matrix;
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += one[i] * other[i];
  return sum;
}
