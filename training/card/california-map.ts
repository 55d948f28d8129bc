import type { TopLevelSpec } from "vega-lite";
import { WIDTH } from "./render-figure";

type Layer = Extract<TopLevelSpec, { layer: unknown[] }>["layer"][number];

/** What of the map is drawn, in degrees: California with some sea, for the names. */
const LONGITUDES: [number, number] = [-125.6, -113.6];
const LATITUDES: [number, number] = [32.2, 42.2];

/** So that a mile is as long northwards as eastwards at California's middle: a degree east is 0.8 degrees north. */
const HEIGHT = 570;

const INK = "#222222";

/** Places for orientation; names stand over the sea or inland, whichever is emptier. */
const CITIES = [
  { name: "Eureka", latitude: 40.8, longitude: -124.16, side: "inland" },
  { name: "Redding", latitude: 40.59, longitude: -122.39, side: "inland" },
  { name: "Sacramento", latitude: 38.58, longitude: -121.49, side: "inland" },
  { name: "San Francisco", latitude: 37.77, longitude: -122.42, side: "sea" },
  { name: "Fresno", latitude: 36.74, longitude: -119.79, side: "inland" },
  { name: "Bakersfield", latitude: 35.37, longitude: -119.02, side: "inland" },
  { name: "Los Angeles", latitude: 34.05, longitude: -118.24, side: "sea" },
  { name: "San Diego", latitude: 32.72, longitude: -117.16, side: "sea" },
] as const;

/** Whether a cell that begins at this corner is on the map. */
export function isOnMap({ latitude, longitude }: { latitude: number; longitude: number }): boolean {
  return (
    latitude >= LATITUDES[0] &&
    latitude < LATITUDES[1] &&
    longitude >= LONGITUDES[0] &&
    longitude < LONGITUDES[1]
  );
}

/**
 * A map of California without map data: the cells where people live show the state's outline.
 *
 * Layers place themselves by {@link longitudeAxis} and {@link latitudeAxis}.
 */
export function californiaMap(title: string, subtitle: string, layers: Layer[]): TopLevelSpec {
  return { width: WIDTH, height: HEIGHT, title: { text: title, subtitle }, layer: layers };
}

export const longitudeAxis = {
  type: "quantitative",
  title: "Longitude (degrees east)",
  scale: { domain: LONGITUDES, nice: false, zero: false },
  axis: { grid: true, tickCount: 6 },
} as const;

export const latitudeAxis = {
  type: "quantitative",
  title: "Latitude (degrees north)",
  scale: { domain: LATITUDES, nice: false, zero: false },
  axis: { grid: true, tickCount: 6 },
} as const;

/** The names of some cities, each with a white edge that keeps it legible over the cells. */
export function cityLayers(): Layer[] {
  const values = CITIES.map((city) => ({ ...city }));
  const encoding = {
    x: { field: "longitude", ...longitudeAxis },
    y: { field: "latitude", ...latitudeAxis },
  };
  const names = (["sea", "inland"] as const).flatMap((side) => {
    const data = { values: values.filter((city) => city.side === side) };
    const text = {
      type: "text",
      align: side === "sea" ? "right" : "left",
      dx: side === "sea" ? -9 : 9,
      baseline: "middle",
      fontSize: 13,
    } as const;
    const label = { ...encoding, text: { field: "name" } } as const;
    return [
      { data, mark: { ...text, stroke: "#ffffff", strokeWidth: 3.5, strokeJoin: "round" }, encoding: label },
      { data, mark: { ...text, color: INK }, encoding: label },
    ] as const;
  });
  const dots = {
    data: { values },
    mark: { type: "point", shape: "circle", size: 45, filled: false, color: INK, strokeWidth: 1.8 },
    encoding,
  } as const;
  return [dots, ...names];
}
