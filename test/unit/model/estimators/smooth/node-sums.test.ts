import { LocationGrid } from "../../../../../model/estimators/smooth/location-grid";
import { nodeSums } from "../../../../../model/estimators/smooth/node-sums";
import { LOCATION_DATA } from "../../../../support/small-basis";

const PLACES = [
  [50.2, 4.3],
  [52.9, 7.9],
  [50.2, 4.3],
  [51.5, 5.5],
  [60, -3],
] as const;

describe("sums of radial functions that are prepared", () => {
  const grid = new LocationGrid(LOCATION_DATA, { latitude: 0, longitude: 1 });
  const weights = [Float64Array.of(1, -2, 3), Float64Array.of(0.5, 0, 0.25)];

  it("are those of the functions, at a place seen first or again", () => {
    const sumsAt = nodeSums(grid, "products", weights);
    const sums = Float64Array.of(99, 99);
    const functions = new Float64Array(3);
    for (const place of PLACES) {
      grid.read(Float64Array.from(place), 0);
      sumsAt(sums);
      grid.write("products", functions, 0);
      weights.forEach((ofSum, k) => {
        const expected = ofSum.reduce((sum, weight, c) => sum + weight * functions[c], 0);
        expect(sums[k]).toBeCloseTo(expected, 12);
      });
    }
  });

  it("compute a node once", () => {
    const computed: number[] = [];
    const counting = new (class extends LocationGrid {
      override evaluateAt(node: number, name: "alone" | "products", values: Float64Array): void {
        computed.push(node);
        super.evaluateAt(node, name, values);
      }
    })(LOCATION_DATA, { latitude: 0, longitude: 1 });
    const sumsAt = nodeSums(counting, "alone", [Float64Array.of(1, 1)]);
    for (const place of PLACES) {
      counting.read(Float64Array.from(place), 0);
      sumsAt(new Float64Array(1));
    }
    expect(computed.length).toBeGreaterThan(4);
    expect(new Set(computed).size).toBe(computed.length);
  });
});
