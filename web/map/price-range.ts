import type { PricedCell } from "./grid";

/** Share of the cells that have the end colours, on either side. */
const TAIL = 0.02;

/** The prices between which the colours differ; a few extreme places would otherwise leave the others one colour. */
export function priceRange(
  cells: readonly Pick<PricedCell, "price">[],
): readonly [low: number, high: number] {
  const prices = Float64Array.from(cells, ({ price }) => price).sort();
  const at = (share: number) => prices[Math.round((prices.length - 1) * share)] ?? 0;
  const [low, high] = [at(TAIL), at(1 - TAIL)];
  return high > low ? [low, high] : [low, low + 1];
}
