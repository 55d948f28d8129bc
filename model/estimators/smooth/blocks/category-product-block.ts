import type { CategoryReader } from "../category-reader";
import type { Curve } from "../curve";
import type { Block } from "./block";
import { weightsBySlot } from "./category-block";

/** Products of the first function of a number and indicators of categories. */
export function categoryProductBlock(
  reader: CategoryReader,
  position: number,
  curve: Curve,
  categories: readonly number[],
  label: string,
): Block {
  return {
    size: categories.length,
    features: [position, curve.position],
    label,
    write(columns, start) {
      for (let k = 0; k < categories.length; k++) {
        columns[start + k] = reader.slot === categories[k] + 1 ? curve.at(0) : 0;
      }
    },
    weigh(weights) {
      const bySlot = weightsBySlot(categories, weights);
      return () => bySlot[Math.min(reader.slot, bySlot.length - 1)] * curve.at(0);
    },
  };
}
