import type { LocationGrid } from "../location-grid";
import { nodeSums } from "../node-sums";
import type { Block } from "./block";

export function locationBlock(grid: LocationGrid, label: string): Block {
  return {
    size: grid.radial("alone").size,
    features: [grid.location.latitude, grid.location.longitude],
    label,
    write(columns, start) {
      grid.write("alone", columns, start);
    },
    weigh(weights) {
      const at = nodeSums(grid, "alone", [weights]);
      const sums = new Float64Array(1);
      return () => {
        at(sums);
        return sums[0];
      };
    },
  };
}
