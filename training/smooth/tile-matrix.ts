import { TILE, TILE_SIZE } from "./simd/tile-kernel";

/**
 * The lower triangle of a symmetric matrix in tiles of 4 × 4 numbers, row of tiles after row of tiles; a tile holds its columns one
 * after the other. So four rows of the matrix are one panel for the kernel of `simd/tile-kernel.ts`.
 */

/** Rows of tiles of a matrix with `order` rows. */
export function tileRows(order: number): number {
  return Math.ceil(order / TILE);
}

/** Numbers that a matrix of `rows` rows of tiles takes: also where row `rows` of a larger one begins. */
export function sizeOfTiles(rows: number): number {
  return (TILE_SIZE * rows * (rows + 1)) / 2;
}

/** Position of the element of row `i` and column `j` ≤ `i`. */
export function positionInTiles(i: number, j: number): number {
  const row = i >> 2;
  return 8 * row * (row + 1) + ((j >> 2) << 4) + ((j & 3) << 2) + (i & 3);
}
