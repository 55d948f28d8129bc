import type { CategoryReader } from "../category-reader";
import type { Block } from "./block";

/** Indicators of categories. */
export function categoryBlock(
  reader: CategoryReader,
  position: number,
  categories: readonly number[],
  label: string,
): Block {
  return {
    size: categories.length,
    features: [position],
    label,
    write(columns, start) {
      for (let k = 0; k < categories.length; k++) {
        columns[start + k] = Number.isNaN(reader.slot)
          ? Number.NaN
          : Number(reader.slot === categories[k] + 1);
      }
    },
    weigh(weights) {
      const bySlot = weightsBySlot(categories, weights);
      return () => bySlot[Math.min(reader.slot, bySlot.length - 1)];
    },
  };
}

/** Weight of each slot of a {@link CategoryReader}; 0 for categories without a column, and in the last slot. */
export function weightsBySlot(categories: readonly number[], weights: Float64Array): Float64Array {
  const bySlot = new Float64Array(categories[categories.length - 1] + 3);
  categories.forEach((category, k) => {
    bySlot[category + 1] = weights[k];
  });
  return bySlot;
}
