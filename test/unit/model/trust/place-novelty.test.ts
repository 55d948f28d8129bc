import fc from "fast-check";
import { distanceToNearest } from "../../../../model/trust/place-novelty";
import { CALIFORNIA } from "../../../support/california";

const LOCATION = { latitude: CALIFORNIA.indexOf("Latitude"), longitude: CALIFORNIA.indexOf("Longitude") };

function rowAt(latitude: number, longitude: number): Float64Array {
  const row = new Float64Array(CALIFORNIA.width).fill(Number.NaN);
  row[CALIFORNIA.indexOf("Latitude")] = latitude;
  row[CALIFORNIA.indexOf("Longitude")] = longitude;
  return row;
}

describe("distanceToNearest", () => {
  it.each([
    ["no way", [34, -118], [34, -118], 0],
    ["a degree of latitude", [34, -118], [35, -118], 111.195],
    ["a quarter of the equator", [0, 0], [0, 90], 10007.557],
    ["half way round the Earth", [0, 0], [0, 180], 20015.115],
    ["from Los Angeles to San Francisco", [34.0522, -118.2437], [37.7749, -122.4194], 559.12],
  ] as const)("is in kilometres: %s", (_, [latitude, longitude], centre, expected) => {
    const distanceAt = distanceToNearest([centre], LOCATION);
    expect(distanceAt(rowAt(latitude, longitude), 0)).toBeCloseTo(expected, 2);
  });

  it("is that to the nearest centre", () => {
    const distanceAt = distanceToNearest(
      [
        [0, 0],
        [33, -118],
        [90, 0],
      ],
      LOCATION,
    );
    expect(distanceAt(rowAt(34, -118), 0)).toBeCloseTo(111.195, 2);
  });

  it("tells places that are ten metres apart", () => {
    const distanceAt = distanceToNearest([[34, -118]], LOCATION);
    expect(distanceAt(rowAt(34.0001, -118), 0)).toBeCloseTo(0.0111195, 7);
  });

  it("answers whether a place is near enough as a full search does, whatever was asked before", () => {
    const degrees = fc.tuple(
      fc.double({ min: 32, max: 42, noNaN: true }),
      fc.double({ min: -124, max: -114, noNaN: true }),
    );
    fc.assert(
      fc.property(
        fc.array(degrees, { minLength: 1, maxLength: 20 }),
        fc.array(degrees, { minLength: 1, maxLength: 30 }),
        fc.double({ min: 1, max: 300, noNaN: true }),
        (centres, places, enough) => {
          const distanceAt = distanceToNearest(centres, LOCATION);
          for (const [latitude, longitude] of places) {
            const row = rowAt(latitude, longitude);
            const exact = distanceToNearest(centres, LOCATION)(row, 0);
            expect(distanceAt(row, 0, enough) > enough).toBe(exact > enough);
            expect(distanceAt(row, 0)).toBe(exact);
          }
        },
      ),
    );
  });
});
