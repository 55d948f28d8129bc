import { TILE, TILE_SIZE, type TileKernel } from "./simd/tile-kernel";
import { positionInTiles, sizeOfTiles } from "./tile-matrix";

/** Tile columns decomposed together, after subtracting all columns before them. */
const BLOCK = 8;

/** Columns subtracted at a time: their part of a tile row fits in the L1 cache. */
const CHUNK = 256;

const NUMBER_BYTES = Float64Array.BYTES_PER_ELEMENT;

/**
 * Cholesky decomposition A = L·Lᵀ of a symmetric positive definite tiled matrix, in place. Source: Golub and Van Loan, "Matrix
 * Computations", 4th edition (2013), section 4.2 (left-looking, blocked).
 *
 * @param memory - of the kernel
 * @param matrix - position of A
 * @param rows - number of tile rows
 * @throws RangeError if A is not positive definite
 */
export function decompose(kernel: TileKernel, memory: Float64Array, matrix: number, rows: number): void {
  for (let block = 0; block < rows; block += BLOCK) {
    const end = Math.min(block + BLOCK, rows);
    subtractColumns(kernel, matrix, rows, block, end);
    for (let j = block; j < end; j++) {
      const diagonal = tileAt(matrix, j, j);
      for (let k = block; k < j; k++)
        subtractProduct(memory, tileAt(matrix, j, k), tileAt(matrix, j, k), diagonal);
      decomposeTile(memory, diagonal);
      for (let i = j + 1; i < rows; i++) {
        const tile = tileAt(matrix, i, j);
        for (let k = block; k < j; k++) {
          subtractProduct(memory, tileAt(matrix, i, k), tileAt(matrix, j, k), tile);
        }
        solveTile(memory, diagonal, tile);
      }
    }
  }
}

function tileAt(matrix: number, i: number, j: number): number {
  return matrix + sizeOfTiles(i) + j * TILE_SIZE;
}

/** Subtracts the contribution of previous columns from a block. */
function subtractColumns(kernel: TileKernel, matrix: number, rows: number, block: number, end: number): void {
  const columns = block * TILE;
  for (let start = 0; start < columns; start += CHUNK) {
    const length = Math.min(CHUNK, columns - start);
    for (let i = block; i < rows; i++) {
      const row = (matrix + sizeOfTiles(i)) * NUMBER_BYTES;
      const left = row + start * TILE * NUMBER_BYTES;
      for (let j = block; j < end && j <= i; j++) {
        const right = (matrix + sizeOfTiles(j) + start * TILE) * NUMBER_BYTES;
        kernel.subtract(left, right, row + j * TILE_SIZE * NUMBER_BYTES, length);
      }
    }
  }
}

/** C - ABᵀ of tiles. */
function subtractProduct(memory: Float64Array, a: number, b: number, c: number): void {
  for (let k = 0; k < TILE; k++) {
    const a0 = memory[a + 4 * k];
    const a1 = memory[a + 4 * k + 1];
    const a2 = memory[a + 4 * k + 2];
    const a3 = memory[a + 4 * k + 3];
    for (let column = 0; column < TILE; column++) {
      const factor = memory[b + 4 * k + column];
      const to = c + 4 * column;
      memory[to] -= a0 * factor;
      memory[to + 1] -= a1 * factor;
      memory[to + 2] -= a2 * factor;
      memory[to + 3] -= a3 * factor;
    }
  }
}

function decomposeTile(memory: Float64Array, tile: number): void {
  for (let j = 0; j < TILE; j++) {
    let pivot = memory[tile + 5 * j];
    for (let k = 0; k < j; k++) pivot -= memory[tile + 4 * k + j] ** 2;
    if (!(pivot > 0)) throw new RangeError(`The matrix is not positive definite: a pivot is ${pivot}`);
    const root = Math.sqrt(pivot);
    memory[tile + 5 * j] = root;
    for (let i = j + 1; i < TILE; i++) {
      let rest = memory[tile + 4 * j + i];
      for (let k = 0; k < j; k++) rest -= memory[tile + 4 * k + i] * memory[tile + 4 * k + j];
      memory[tile + 4 * j + i] = rest / root;
    }
  }
}

/** Solves X·Lᵀ = T for a decomposed tile L; X overwrites T. */
export function solveTile(memory: Float64Array, lower: number, tile: number): void {
  for (let j = 0; j < TILE; j++) {
    const root = memory[lower + 5 * j];
    for (let i = 0; i < TILE; i++) {
      let rest = memory[tile + 4 * j + i];
      for (let k = 0; k < j; k++) rest -= memory[tile + 4 * k + i] * memory[lower + 4 * k + j];
      memory[tile + 4 * j + i] = rest / root;
    }
  }
}

/** Solves L·x = b; x overwrites b. */
export function substituteForward(memory: Float64Array, matrix: number, vector: Float64Array): void {
  for (let i = 0; i < vector.length; i++) {
    const row = matrix + positionInTiles(i, 0);
    let sum = vector[i];
    for (let j = 0; j < i; j++) sum -= memory[row + 4 * j] * vector[j];
    vector[i] = sum / memory[row + 4 * i];
  }
}

/**
 * Solves Lᵀ·x = b with the leading rows of L; x overwrites b. Leading rows of L belong to leading rows of A, so one decomposition serves
 * every number of columns.
 */
export function substituteBackward(memory: Float64Array, matrix: number, vector: Float64Array): void {
  for (let i = vector.length - 1; i >= 0; i--) {
    const row = matrix + positionInTiles(i, 0);
    const value = vector[i] / memory[row + 4 * i];
    vector[i] = value;
    for (let j = 0; j < i; j++) vector[j] -= memory[row + 4 * j] * value;
  }
}
