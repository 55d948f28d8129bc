import type { Curve } from "../curve";
import type { Block } from "./block";

/** Univariate functions of one feature. */
export function curveBlock(curve: Curve, label: string): Block {
  const { size } = curve;
  return {
    size,
    features: [curve.position],
    label,
    write(columns, start) {
      for (let k = 0; k < size; k++) columns[start + k] = curve.at(k);
    },
    weigh(weights) {
      const sums = curve.weigh(weights);
      return () => {
        const before = sums[curve.node];
        return before + curve.fraction * (sums[curve.node + 1] - before);
      };
    },
  };
}
