import type { Location } from "../table/table";

/** In degrees. */
export type Coordinates = readonly [latitude: number, longitude: number];

/** Mean radius in kilometres (IUGG). */
const EARTH_RADIUS = 6371.0088;

/**
 * Distance of a row to the nearest centre, in kilometres.
 *
 * @param enough - in kilometres: the search stops at a centre within this distance
 */
export type PlaceDistance = (rows: Float64Array, offset: number, enough?: number) => number;

/**
 * Great-circle distance in kilometres to the nearest centre. Locations are points on the unit sphere: for a chord d, the arc is 2·asin(d
 * / 2), which is accurate near and far.
 *
 * @param centres - at least one
 * @param location - positions in a row
 */
export function distanceToNearest(
  centres: readonly Coordinates[],
  { latitude, longitude }: Location,
): PlaceDistance {
  const points = new Float64Array(centres.length * 3);
  centres.forEach(([north, east], c) => {
    writePoint(north, east, points, c * 3);
  });
  const place = new Float64Array(3);
  const squaredTo = (c: number) => {
    const x = points[c] - place[0];
    const y = points[c + 1] - place[1];
    const z = points[c + 2] - place[2];
    return x * x + y * y + z * z;
  };
  /** The centre found last for each map cell, tried first. */
  const hints = new Int32Array(HINTS);
  return (rows, offset, enough = 0) => {
    const north = rows[offset + latitude];
    const east = rows[offset + longitude];
    writePoint(north, east, place, 0);
    const straight = 2 * Math.sin(enough / (2 * EARTH_RADIUS));
    // A little less, to be safe after rounding.
    const nearEnough = straight * straight * (1 - 1e-9);
    const cell = cellOf(north, east);
    let nearest = squaredTo(hints[cell]);
    for (let c = 0; c < points.length && !(nearest < nearEnough); c += 3) {
      const squared = squaredTo(c);
      if (squared < nearEnough) hints[cell] = c;
      nearest = Math.min(nearest, squared);
    }
    return 2 * EARTH_RADIUS * Math.asin(Math.min(Math.sqrt(nearest) / 2, 1));
  };
}

/** Number of cells with hints. */
const HINTS = 4096;

const CELLS = 8;

/** Hash of the map cell; distant locations may share one. */
function cellOf(latitude: number, longitude: number): number {
  return (Math.floor(latitude * CELLS) * 61 + Math.floor(longitude * CELLS)) & (HINTS - 1);
}

function writePoint(latitude: number, longitude: number, points: Float64Array, at: number): void {
  const north = (latitude * Math.PI) / 180;
  const east = (longitude * Math.PI) / 180;
  points[at] = Math.cos(north) * Math.cos(east);
  points[at + 1] = Math.cos(north) * Math.sin(east);
  points[at + 2] = Math.sin(north);
}
