import fc from "fast-check";
import { LocationGrid } from "../../../../../model/estimators/smooth/location-grid";
import { LOCATION_DATA } from "../../../../support/small-basis";

let grid: LocationGrid;

beforeEach(() => {
  grid = new LocationGrid(LOCATION_DATA, { latitude: 1, longitude: 0 });
});

const { latitudes, longitudes } = LOCATION_DATA.grid;

function readAt(latitude: number, longitude: number): void {
  grid.read(Float64Array.of(-1, -1, longitude, latitude), 2);
}

/** The functions at the location, interpolated. */
function functionsAt(latitude: number, longitude: number, name: "alone" | "products" = "alone"): number[] {
  readAt(latitude, longitude);
  const values = new Float64Array(grid.radial(name).size + 1).fill(7);
  grid.write(name, values, 1);
  expect(values[0]).toBe(7);
  return [...values.subarray(1)];
}

/** The functions without a grid. */
function exactlyAt(latitude: number, longitude: number, name: "alone" | "products" = "alone"): number[] {
  const values = new Float64Array(grid.radial(name).size);
  grid.radial(name).evaluate(latitude, longitude, values);
  return [...values];
}

const expectClose = (values: readonly number[], expected: readonly number[]) => {
  expect(values).toHaveLength(expected.length);
  values.forEach((value, c) => {
    expect(value).toBeCloseTo(expected[c], 12);
  });
};

describe("functions of the location", () => {
  it("are exact at each node of the grid", () => {
    for (const latitude of latitudes) {
      for (const longitude of longitudes) {
        expectClose(functionsAt(latitude, longitude), exactlyAt(latitude, longitude));
        expectClose(functionsAt(latitude, longitude, "products"), exactlyAt(latitude, longitude, "products"));
      }
    }
  });

  it("are the mean of the corners in the middle of a cell", () => {
    const corners = [exactlyAt(51, 6), exactlyAt(51, 8), exactlyAt(53, 6), exactlyAt(53, 8)];
    const mean = corners[0].map((_, c) => corners.reduce((sum, corner) => sum + corner[c] / 4, 0));
    expectClose(functionsAt(52, 7), mean);
  });

  it("are linear along an edge of a cell", () => {
    const [west, east] = [exactlyAt(50, 4), exactlyAt(50, 5)];
    expectClose(
      functionsAt(50, 4.25),
      west.map((value, c) => 0.75 * value + 0.25 * east[c]),
    );
  });

  it("are constant beyond the grid", () => {
    expectClose(functionsAt(80, 7), functionsAt(53, 7));
    expectClose(functionsAt(-80, -170), exactlyAt(50, 4));
    expectClose(functionsAt(52, 170), functionsAt(52, 8));
  });

  it("are those of the middle lines where the location is missing", () => {
    expectClose(functionsAt(Number.NaN, Number.NaN), exactlyAt(51, 6));
  });
});

describe("the nodes around a location", () => {
  it("have weights from 0 to 1 that add up to 1, and give the location", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 50, max: 53, noNaN: true }),
        fc.double({ min: 4, max: 8, noNaN: true }),
        (latitude, longitude) => {
          readAt(latitude, longitude);
          const { nodes, weights } = grid;
          const weighed = (of: (node: number) => number) =>
            weights.reduce((sum, weight, corner) => sum + weight * of(nodes[corner]), 0);
          expect(weights.every((weight) => weight >= 0 && weight <= 1)).toBe(true);
          expect(weighed(() => 1)).toBeCloseTo(1, 12);
          expect(weighed((node) => latitudes[Math.floor(node / 4)])).toBeCloseTo(latitude, 9);
          expect(weighed((node) => longitudes[node % 4])).toBeCloseTo(longitude, 9);
        },
      ),
    );
  });

  it("are counted", () => {
    expect(grid.size).toBe(12);
  });
});
