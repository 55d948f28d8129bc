import { learnLocation } from "../../../../training/smooth/learn-location";
import { trainingTable } from "../../../support/training-tables";

const FIELDS = [
  { name: "North", type: "number", apiName: "north", role: "latitude" },
  { name: "East", type: "number", apiName: "east", role: "longitude" },
];
const NAMES = { latitude: "North", longitude: "East" };

const learn = (places: readonly (readonly number[])[]) =>
  learnLocation(
    trainingTable(
      FIELDS,
      places,
      places.map(() => 1),
    ),
    NAMES,
  );

describe("the functions of a location", () => {
  it("measure east in degrees of latitude, and lengths by the distance of houses from their mean", () => {
    // The mean latitude is 60, where a degree of longitude is half as long.
    const { longitudeScale, radials, ...rest } = learn([
      [57, 8],
      [63, 24],
    ]);

    expect(rest).toMatchObject(NAMES);
    expect(longitudeScale).toBeCloseTo(0.5, 12);
    // The deviations are 3 and 8, half of which is 4: √(9 + 16) = 5.
    expect(radials.alone.length).toBeCloseTo(0.4 * 5, 12);
    expect(radials.products.length).toBeCloseTo(0.3 * 5, 12);
    expect([radials.alone.power, radials.products.power]).toEqual([1, 2]);
  });

  it("have a centre for each five houses, at most thirty for products", () => {
    const places = (count: number) => Array.from({ length: count }, (_, i) => [i, (7 * i) % 50]);
    const counts = (count: number) => {
      const { alone, products } = learn(places(count)).radials;
      return [alone.centres.length, products.centres.length];
    };

    expect([4, 9, 10, 200].map(counts)).toEqual([
      [1, 1],
      [1, 1],
      [2, 2],
      [40, 30],
    ]);
  });

  it("have centres in the middle of houses, in degrees", () => {
    const near = (north: number, east: number) =>
      Array.from({ length: 5 }, (_, i) => [north, east + (i - 2) / 10]);
    const { centres } = learn([...near(10, 20), ...near(-10, 40)]).radials.alone;
    const rounded = centres.map(([north, east]) => [Math.round(north), Math.round(1e6 * east) / 1e6]);

    expect(rounded).toEqual([
      [-10, 40],
      [10, 20],
    ]);
  });

  it("are the same whatever the order of the rows", () => {
    const places = Array.from({ length: 40 }, (_, i) => [i % 7, (3 * i) % 11]);

    expect(learn(places.toReversed()).radials.alone.centres).toEqual(learn(places).radials.alone.centres);
  });

  it("have grid lines at the quantiles of both directions", () => {
    const { latitudes, longitudes } = learn([
      [50, 4],
      [51, 4],
    ]).grid;

    expect([latitudes.length, latitudes[0], latitudes[199]]).toEqual([200, 50, 51]);
    expect(latitudes[1]).toBeCloseTo(50 + 1 / 199, 12);
    // Two lines are the fewest.
    expect(longitudes).toEqual([4, 5]);
  });

  it("have an extent even at a single place, and far in the north", () => {
    const { longitudeScale, radials } = learn([[90, 4]]);

    expect(longitudeScale).toBe(0.01);
    expect(radials.alone.length).toBe(0.4);
    expect(radials.products.length).toBe(0.3);
  });
});
