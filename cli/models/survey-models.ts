import { join } from "node:path";
import type { HousePriceError } from "../../model/errors";
import { choosePins } from "../../model/registry/pin-choice";
import { PINS_FILE, type Pins, readPinsFile } from "../../model/registry/pins";
import { loadModels, type ReadVersions } from "../../model/registry/version-reader";

export interface ModelSurvey extends ReadVersions {
  readonly pins: Pins;
  readonly refusedPins: readonly HousePriceError[];
}

/**
 * Inspects a model directory like the server at startup, but reports problems instead of stopping.
 *
 * @param pinned - from MODEL_PIN; wins over `pins.json`
 * @throws HousePriceError PINS_INVALID
 */
export async function surveyModels(directory: string, pinned: Pins): Promise<ModelSurvey> {
  const loaded = await loadModels(directory);
  const requests = [
    { source: "MODEL_PIN", pins: pinned },
    { source: join(directory, PINS_FILE), pins: await readPinsFile(directory) },
  ];
  const { pins, refused } = choosePins(requests, loaded.models);
  return { ...loaded, pins, refusedPins: refused.map(({ error }) => error) };
}
