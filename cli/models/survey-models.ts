import { join } from "node:path";
import type { HousePriceError } from "../../model/errors";
import { choosePins } from "../../model/registry/pin-choice";
import { PINS_FILE, type Pins, readPinsFile } from "../../model/registry/pins";
import { loadModels, type ReadVersions } from "../../model/registry/version-reader";

/** All that is under a model directory, good and bad. */
export interface ModelSurvey extends ReadVersions {
  /** For each pinned name the version that answers for it. */
  readonly pins: Pins;
  /** Why pins are not followed. */
  readonly refusedPins: readonly HousePriceError[];
}

/**
 * Looks at a model directory as the server does when it starts, but goes on where that would end.
 *
 * @param pinned - what MODEL_PIN says; it wins over `pins.json`
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
