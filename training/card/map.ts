import type { TopLevelSpec } from "vega-lite";
import { quantiles } from "../quantiles";
import type { Place } from "../training-table";
import { WIDTH } from "./render-figure";

type Layer = Extract<TopLevelSpec, { layer: unknown[] }>["layer"][number];

/** The map shows the places of all but these parts of the rows, … */
const BULK = [0.002, 0.998];
/** … and this part of its extent around them. */
const MARGIN = 0.03;

/** Height of a map that is far longer or wider than others, in CSS pixels. */
const HEIGHTS = { min: 280, max: 720 };

/** What of the world is drawn, in degrees. */
export interface MapArea {
  readonly longitudes: [number, number];
  readonly latitudes: [number, number];
}

/** The area where most of the rows are. */
export function areaOf({ latitude, longitude }: Place): MapArea {
  return { longitudes: extentOf(longitude), latitudes: extentOf(latitude) };
}

function extentOf(values: Float64Array): [number, number] {
  const [low, high] = quantiles(values, BULK);
  const margin = MARGIN * (high - low) || 0.01;
  return [low - margin, high + margin];
}

/** Whether a cell is on the map. */
export function isOnMap(
  { longitudes, latitudes }: MapArea,
  { latitude, longitude, size }: { latitude: number; longitude: number; size: number },
): boolean {
  return (
    latitude >= latitudes[0] &&
    latitude + size <= latitudes[1] &&
    longitude >= longitudes[0] &&
    longitude + size <= longitudes[1]
  );
}

/**
 * A map without map data: the cells where the rows are show the outline. A kilometre is as long northwards as eastwards, unless the
 * map would be too long or too wide.
 *
 * Layers place themselves by {@link axesOf}.
 */
export function mapOf(area: MapArea, title: string, subtitle: string, layers: Layer[]): TopLevelSpec {
  const [south, north] = area.latitudes;
  const [west, east] = area.longitudes;
  const degreeEast = Math.max(Math.cos(((south + north) / 2) * (Math.PI / 180)), 0.1);
  const height = (WIDTH * (north - south)) / ((east - west) * degreeEast);
  return {
    width: WIDTH,
    height: Math.round(Math.min(Math.max(height, HEIGHTS.min), HEIGHTS.max)),
    title: { text: title, subtitle },
    layer: layers,
  };
}

/** The axes of a map. */
export function axesOf({ longitudes, latitudes }: MapArea) {
  const axis = { grid: true, tickCount: 6 };
  return {
    longitude: {
      type: "quantitative",
      title: "Longitude (degrees east)",
      scale: { domain: longitudes, nice: false, zero: false },
      axis,
    },
    latitude: {
      type: "quantitative",
      title: "Latitude (degrees north)",
      scale: { domain: latitudes, nice: false, zero: false },
      axis,
    },
  } as const;
}

/** Part of the map, in both directions, that a legend covers. */
const LEGEND = 0.4;

/** The corner of the map with the fewest cells: a legend there hides little. */
export function emptiestCorner(
  { longitudes, latitudes }: MapArea,
  cells: readonly { readonly latitude: number; readonly longitude: number }[],
) {
  const [west, east] = longitudes;
  const [south, north] = latitudes;
  const corners = (["top-right", "top-left", "bottom-right", "bottom-left"] as const).map((corner) => {
    const [isTop, isRight] = [corner.startsWith("top"), corner.endsWith("right")];
    const covered = cells.filter(({ latitude, longitude }) => {
      const up = (latitude - south) / (north - south);
      const across = (longitude - west) / (east - west);
      return (isTop ? up > 1 - LEGEND : up < LEGEND) && (isRight ? across > 1 - LEGEND : across < LEGEND);
    });
    return { corner, covered: covered.length };
  });
  return corners.reduce((best, each) => (each.covered < best.covered ? each : best)).corner;
}
