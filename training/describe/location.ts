import { quoted } from "../../model/table/quoted";
import type { ExaminedColumn } from "./examined-column";
import { wordsOf } from "./words";

const LATITUDES = new Set("lat latitude lattitude latitud latitute breitengrad".split(" "));
const LONGITUDES = new Set(
  "lon long lng longitude longtitude longitud longtitute laengengrad langengrad".split(" "),
);

const MAX_LATITUDE = 90;
const MAX_LONGITUDE = 180;

export interface Location {
  readonly latitude: ExaminedColumn;
  readonly longitude: ExaminedColumn;
}

/** A location, or why there is none although names suggest one. */
export interface LocationFinding {
  readonly location?: Location;
  readonly problem?: string;
}

/** Finds latitude and longitude by name, in all common spellings, and by range. */
export function findLocation(columns: readonly ExaminedColumn[]): LocationFinding {
  const latitude = columns.find((column) => isNamed(column, LATITUDES));
  const longitude = columns.find((column) => isNamed(column, LONGITUDES));
  if (!latitude || !longitude) return oneHalf(latitude, longitude);
  if (isWithin(latitude, MAX_LATITUDE) && isWithin(longitude, MAX_LONGITUDE)) {
    return { location: { latitude, longitude } };
  }
  const isSwapped = isWithin(longitude, MAX_LATITUDE) && isWithin(latitude, MAX_LONGITUDE);
  const hint = isSwapped ? "; they seem to be swapped" : "";
  return {
    problem: `${quoted(latitude.name)} and ${quoted(longitude.name)} are not a location, because their values go beyond ±${MAX_LATITUDE} and ±${MAX_LONGITUDE} degrees${hint}.`,
  };
}

function oneHalf(
  latitude: ExaminedColumn | undefined,
  longitude: ExaminedColumn | undefined,
): LocationFinding {
  const found = latitude ?? longitude;
  if (!found) return {};
  const other = latitude ? "longitude" : "latitude";
  return { problem: `${quoted(found.name)} looks like one half of a location, but there is no ${other}.` };
}

function isNamed({ name, type }: ExaminedColumn, names: ReadonlySet<string>): boolean {
  const words = wordsOf(name);
  const [last] = words.slice(-1);
  const isNamedSo = (last !== undefined && names.has(last)) || (words.length > 1 && names.has(words[0]));
  return isNamedSo && (type.type === "number" || type.type === "integer");
}

function isWithin({ type }: ExaminedColumn, limit: number): boolean {
  return "range" in type && type.range.min >= -limit && type.range.max <= limit;
}
