import type { LocationData, RadialData } from "../../model/estimators/smooth/basis-format";
import { quantiles } from "../quantiles";
import { deviation, mean } from "../statistics";
import type { TrainingTable } from "../training-table";
import { valuesOf } from "./features";
import { findCentres } from "./find-centres";
import { RULES } from "./rules";

/** Minimum number of rows per centre. */
const ROWS_PER_CENTRE = 5;

/** Learns radial basis functions, with length scales relative to the table's extent. */
export function learnLocation(
  houses: TrainingTable,
  { latitude, longitude }: Pick<LocationData, "latitude" | "longitude">,
): LocationData {
  const norths = valuesOf(houses, latitude);
  const easts = valuesOf(houses, longitude);
  const longitudeScale = Math.max(Math.cos((mean(norths) * Math.PI) / 180), 0.01);
  const points = pointsInOrder(norths, easts, longitudeScale);
  const extent =
    Math.hypot(deviation(norths, mean(norths)), longitudeScale * deviation(easts, mean(easts))) || 1;
  const radial = (power: 1 | 2, { centres, length }: { centres: number; length: number }): RadialData => {
    const count = Math.max(1, Math.min(centres, Math.floor(norths.length / ROWS_PER_CENTRE)));
    const found = findCentres(points, 2, count);
    return {
      power,
      length: length * extent,
      centres: Array.from({ length: found.length / 2 }, (_, c) => [
        found[2 * c],
        found[2 * c + 1] / longitudeScale,
      ]),
    };
  };
  return {
    latitude,
    longitude,
    longitudeScale,
    grid: { latitudes: gridLines(norths), longitudes: gridLines(easts) },
    radials: { alone: radial(1, RULES.location), products: radial(2, RULES.locationProduct) },
  };
}

/** Locations sorted from south to north, so that equal steps are spread out, whatever the row order. */
function pointsInOrder(norths: Float64Array, easts: Float64Array, longitudeScale: number): Float64Array {
  const order = Int32Array.from(norths, (_, i) => i).sort(
    (a, b) => norths[a] - norths[b] || easts[a] - easts[b],
  );
  const points = new Float64Array(2 * order.length);
  order.forEach((row, i) => {
    points[2 * i] = norths[row];
    points[2 * i + 1] = easts[row] * longitudeScale;
  });
  return points;
}

/** At quantiles, so that lines are dense where houses are. */
function gridLines(values: Float64Array): number[] {
  const { lines } = RULES.location;
  const levels = Array.from({ length: lines }, (_, i) => i / (lines - 1));
  const different = [...new Set(quantiles(values, levels))];
  return different.length > 1 ? different : [different[0], different[0] + 1];
}
