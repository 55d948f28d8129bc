import { TILE, TILE_SIZE } from "./simd/tile-kernel";

/**
 * The lower triangle of a symmetric matrix in 4 × 4 tiles, in rows of tiles; tiles are column-major. So four matrix rows form one panel
 * for `simd/tile-kernel.ts`.
 */

export function tileRows(order: number): number {
  return Math.ceil(order / TILE);
}

/** Size of `rows` tile rows, which is also the offset of the next one. */
export function sizeOfTiles(rows: number): number {
  return (TILE_SIZE * rows * (rows + 1)) / 2;
}

/** Position of the element (i, j), j ≤ i. */
export function positionInTiles(i: number, j: number): number {
  const row = i >> 2;
  return 8 * row * (row + 1) + ((j >> 2) << 4) + ((j & 3) << 2) + (i & 3);
}
