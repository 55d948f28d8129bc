import { HousePriceError } from "../errors";
import type { Model } from "../model";
import { NO_PINS, type Pins } from "./pins";

/** Requested pins and their source: `MODEL_PIN`, or the path of a file. */
export interface PinRequest {
  readonly source: string;
  readonly pins: Pins;
}

export interface PinChoice {
  readonly pins: Pins;
  /** Versions removed from disk, but kept because a pin in force names them. */
  readonly held: readonly Model[];
  readonly refused: readonly { readonly source: string; readonly error: HousePriceError }[];
}

/**
 * Chooses the pins. A pin takes effect only if its version is served; otherwise the previous pin of its name stays, with its version. So
 * pins in force always name served versions.
 *
 * @param requests - by precedence, highest first
 * @param loaded - models on disk
 * @param former - pins in force before
 * @param served - models served before
 */
export function choosePins(
  requests: readonly PinRequest[],
  loaded: readonly Model[],
  former: Pins = NO_PINS,
  served: readonly Model[] = [],
): PinChoice {
  const pins = new Map<string, number>();
  const held: Model[] = [];
  const refused: { source: string; error: HousePriceError }[] = [];
  const refuse = (source: string, error: HousePriceError) => refused.push({ source, error });

  for (const { source, name, version } of distinctPins(requests)) {
    if (find(loaded, name, version)) {
      pins.set(name, version);
      continue;
    }
    const formerVersion = former.get(name);
    if (formerVersion !== version) refuse(source, notServed(source, name, version, loaded));
    if (formerVersion === undefined) continue;
    pins.set(name, formerVersion);
    if (find(loaded, name, formerVersion)) continue;
    const model = find(served, name, formerVersion);
    if (!model) continue;
    held.push(model);
    refuse(source, removed(source, model));
  }
  return { pins, held, refused };
}

function* distinctPins(requests: readonly PinRequest[]) {
  const seen = new Set<string>();
  for (const { source, pins } of requests) {
    for (const [name, version] of pins) {
      if (!seen.has(name)) yield { source, name, version };
      seen.add(name);
    }
  }
}

const MAX_LISTED = 20;

function find(models: readonly Model[], name: string, version: number): Model | undefined {
  return models.find(({ file }) => file.name === name && file.version === version);
}

function notServed(source: string, name: string, version: number, models: readonly Model[]): HousePriceError {
  const more = models.length - MAX_LISTED;
  const ids = models.slice(-MAX_LISTED).map((model) => model.id);
  const there = [...ids, ...(more > 0 ? [`${more} more`] : [])].join(", ") || "no models";
  return new HousePriceError(
    "PIN_NOT_SERVED",
    `${source} pins ${name} to version ${version}, which is not served. Served: ${there}.`,
  );
}

function removed(source: string, { id }: Model): HousePriceError {
  return new HousePriceError(
    "PINNED_VERSION_REMOVED",
    `${id} was removed, but ${source} pins it: it is served from memory until its pin changes.`,
  );
}
