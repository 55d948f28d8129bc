import { innerProduct, substituteBackward, substituteForward } from "./triangular";

/** A = L·Lᵀ with rows and columns in the order of `order`, as far as A has rank. */
export interface PivotedCholesky {
  /** The columns of A that do not depend on those before them, and those that do behind. */
  readonly order: Int32Array;
  readonly rank: number;
  /** L, row after row of `size` values, in that order; of its columns the first `rank` have a meaning. */
  readonly lower: Float64Array;
  readonly size: number;
}

/**
 * Decomposes a positive semidefinite matrix: at each step the column with the most left of its diagonal comes next.
 *
 * Source: Higham, "Accuracy and Stability of Numerical Algorithms", 2nd edition (2002), section 10.3.
 *
 * @param matrix - A, row after row, both triangles; overwritten
 * @param tolerance - a column with no more than this left of its diagonal depends on those before it
 */
export function decomposePivoted(matrix: Float64Array, size: number, tolerance: number): PivotedCholesky {
  const order = Int32Array.from({ length: size }, (_, i) => i);
  const left = Float64Array.from(order, (i) => matrix[i * size + i]);
  let rank = 0;
  for (; rank < size; rank++) {
    const pivot = largestFrom(left, rank);
    if (!(left[pivot] > tolerance)) break;
    exchange(matrix, size, order, left, rank, pivot);
    const root = Math.sqrt(left[rank]);
    matrix[rank * size + rank] = root;
    for (let i = rank + 1; i < size; i++) {
      const value = (matrix[i * size + rank] - innerProduct(matrix, i * size, rank * size, rank)) / root;
      matrix[i * size + rank] = value;
      left[i] -= value * value;
    }
  }
  return { order, rank, lower: matrix, size };
}

function largestFrom(values: Float64Array, start: number): number {
  let largest = start;
  for (let i = start + 1; i < values.length; i++) if (values[i] > values[largest]) largest = i;
  return largest;
}

/** Exchanges two columns and rows; of those before `at` the part of L, of the others the lower triangle of A. */
function exchange(
  matrix: Float64Array,
  size: number,
  order: Int32Array,
  left: Float64Array,
  at: number,
  pivot: number,
): void {
  if (at === pivot) return;
  swap(order, at, pivot);
  swap(left, at, pivot);
  for (let k = 0; k < size; k++) swap(matrix, at * size + k, pivot * size + k);
  // The columns of L that are done keep their places.
  for (let k = at; k < size; k++) swap(matrix, k * size + at, k * size + pivot);
}

function swap(values: Float64Array | Int32Array, a: number, b: number): void {
  const value = values[a];
  values[a] = values[b];
  values[b] = value;
}

/** Solves L·Lᵀ·x = b for the independent columns; b, in their order, is overwritten by x. */
export function solveIndependent({ lower, size, rank }: PivotedCholesky, vector: Float64Array): void {
  substituteForward(lower, size, rank, vector);
  substituteBackward(lower, size, rank, vector);
}

/** The weights by which the independent columns add up to a dependent one: L₁₁ᵀ·t = its row of L₂₁. */
export function combinationOf({ lower, size, rank }: PivotedCholesky, dependent: number): Float64Array {
  const row = (rank + dependent) * size;
  const weights = lower.slice(row, row + rank);
  substituteBackward(lower, size, rank, weights);
  return weights;
}
