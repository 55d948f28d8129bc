import type { TopLevelSpec } from "vega-lite";
import { quantiles } from "../quantiles";
import type { Place } from "../training-table";
import { WIDTH } from "./render-figure";

type Layer = Extract<TopLevelSpec, { layer: unknown[] }>["layer"][number];

/** Quantiles of the locations that the map shows. */
const BULK = [0.002, 0.998];
/** Margin around them, as a share of the extent. */
const MARGIN = 0.03;

/** Limits of a map's height, in CSS pixels. */
const HEIGHTS = { min: 280, max: 720 };

/** In degrees. */
export interface MapArea {
  readonly longitudes: [number, number];
  readonly latitudes: [number, number];
}

/** The area of most rows. */
export function areaOf({ latitude, longitude }: Place): MapArea {
  return { longitudes: extentOf(longitude), latitudes: extentOf(latitude) };
}

function extentOf(values: Float64Array): [number, number] {
  const [low, high] = quantiles(values, BULK);
  const margin = MARGIN * (high - low) || 0.01;
  return [low - margin, high + margin];
}

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
 * A map without map data: the cells show the outline. Scales are equal in both directions, unless the map would be too long or too wide.
 * Layers use {@link axesOf}.
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

/** Share of the map covered by a legend, in each direction. */
const LEGEND = 0.4;

/** The corner with the fewest cells, for the legend. */
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
