import type { Curve } from "../curve";
import type { LocationGrid } from "../location-grid";
import { nodeSums } from "../node-sums";
import type { Block } from "./block";

/** Products of the first `functions` functions of a feature and radial functions of the location. */
export function locationProductBlock(
  curve: Curve,
  functions: number,
  grid: LocationGrid,
  label: string,
): Block {
  const { size } = grid.radial("products");
  const { latitude, longitude } = grid.location;
  return {
    size: functions * size,
    features: [curve.position, latitude, longitude],
    label,
    write(columns, start) {
      for (let k = 0; k < functions; k++) {
        const from = start + k * size;
        grid.write("products", columns, from);
        const value = curve.at(k);
        for (let c = from; c < from + size; c++) columns[c] *= value;
      }
    },
    weigh(weights) {
      const parts = Array.from({ length: functions }, (_, k) => weights.subarray(k * size, (k + 1) * size));
      const at = nodeSums(grid, "products", parts);
      const sums = new Float64Array(functions);
      return () => {
        at(sums);
        let total = 0;
        for (let k = 0; k < functions; k++) total += curve.at(k) * sums[k];
        return total;
      };
    },
  };
}
