import type { Cell, Grid } from "./grid";

/** Neighbouring cells that have one price on the map, that of the first. */
export type Block = readonly [first: Cell, ...others: Cell[]];

/**
 * Blocks of cells in squares of the grid. At the edge of the market a block has only the cells that are shown, so the outline of the map is
 * that of its cells.
 *
 * @param size - cells along the side of a square
 */
export function blocksOf({ columns }: Grid, cells: readonly Cell[], size: number): Block[] {
  const blocks = new Map<number, [Cell, ...Cell[]]>();
  for (const cell of cells) {
    const row = Math.floor(cell.index / columns / size);
    const column = Math.floor((cell.index % columns) / size);
    const square = row * columns + column;
    const block = blocks.get(square);
    if (block) block.push(cell);
    else blocks.set(square, [cell]);
  }
  return [...blocks.values()];
}
