import { solveCholesky } from "./cholesky";

/**
 * Of all coefficients that give the same fitted values, those with the least sum of squares.
 *
 * @param coefficients - of the independent columns, where the dependent ones have none
 * @param combinations - for each dependent column, the weights of the independent columns that add up to it
 * @returns the coefficients of the independent columns, and of the dependent ones behind them
 */
export function minimumNorm(coefficients: Float64Array, combinations: readonly Float64Array[]): Float64Array {
  const dependent = sharesOf(coefficients, combinations);
  const all = new Float64Array(coefficients.length + dependent.length);
  all.set(coefficients);
  all.set(dependent, coefficients.length);
  // What the dependent columns take over, the others no longer give.
  combinations.forEach((weights, d) => {
    for (let i = 0; i < weights.length; i++) all[i] -= weights[i] * dependent[d];
  });
  return all;
}

/**
 * The coefficients d of the dependent columns that make |c - T·d|² + |d|² least: (I + TᵀT)·d = Tᵀc, or, where there are more of
 * them than of independent columns, d = Tᵀ(I + TTᵀ)⁻¹c, which is the same.
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

/** I plus the products of each two vectors, as its lower triangle. */
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
