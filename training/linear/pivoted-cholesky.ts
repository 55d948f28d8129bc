import { innerProduct, substituteBackward, substituteForward } from "./triangular";

/** A = L·Lᵀ, permuted by `order`, up to the rank of A. */
export interface PivotedCholesky {
  /** Independent columns of A first. */
  readonly order: Int32Array;
  readonly rank: number;
  /** L in row-major order, permuted; only the first `rank` columns are valid. */
  readonly lower: Float64Array;
  readonly size: number;
}

/**
 * Decomposes a positive semidefinite matrix with complete pivoting. Source: Higham, "Accuracy and Stability of Numerical Algorithms", 2nd
 * edition (2002), section 10.3.
 *
 * @param matrix - A in row-major order, both triangles; overwritten
 * @param tolerance - remaining diagonal below which a column is dependent
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

/** Swaps two columns and rows: those of L before `at`, and the lower triangle of A after it. */
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
  // Finished columns of L stay.
  for (let k = at; k < size; k++) swap(matrix, k * size + at, k * size + pivot);
}

function swap(values: Float64Array | Int32Array, a: number, b: number): void {
  const value = values[a];
  values[a] = values[b];
  values[b] = value;
}

/** Solves L·Lᵀ·x = b for the independent columns; x overwrites b. */
export function solveIndependent({ lower, size, rank }: PivotedCholesky, vector: Float64Array): void {
  substituteForward(lower, size, rank, vector);
  substituteBackward(lower, size, rank, vector);
}

/** Weights of the independent columns in a dependent one: L₁₁ᵀ·t = its row of L₂₁. */
export function combinationOf({ lower, size, rank }: PivotedCholesky, dependent: number): Float64Array {
  const row = (rank + dependent) * size;
  const weights = lower.slice(row, row + rank);
  substituteBackward(lower, size, rank, weights);
  return weights;
}
