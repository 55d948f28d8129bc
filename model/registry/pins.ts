import { join } from "node:path";
import * as v from "valibot";
import { HousePriceError } from "../errors";
import { refusedAs } from "../file/file-refused";
import { MODEL_NAME } from "../file/format";
import { readText } from "../file/read-file";

/** Pinned version by name: the default version, and the only one of its name considered for the default model. */
export type Pins = ReadonlyMap<string, number>;

export const NO_PINS: Pins = new Map();

/** Beside the folders of the models: `{"linear": 1, "spatial": 2}`. */
export const PINS_FILE = "pins.json";

/** Room for several thousand pins. */
const MAX_BYTES = 64 * 1024;

const PIN = /^([^@]+)@([1-9][0-9]{0,8})$/;

const PinsFileSchema = v.pipe(
  v.unknown(),
  v.check((json) => !Array.isArray(json)),
  v.record(v.pipe(v.string(), v.regex(MODEL_NAME)), v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
);

/** Parses `linear@1,spatial@2`; undefined if malformed or if a name is pinned twice. */
export function parsePins(text: string): Pins | undefined {
  const pins = new Map<string, number>();
  for (const pin of text.split(",").flatMap((part) => part.trim() || [])) {
    const [, name, version] = PIN.exec(pin) ?? [];
    if (!MODEL_NAME.test(name ?? "") || pins.has(name)) return undefined;
    pins.set(name, Number(version));
  }
  return pins;
}

/**
 * Reads `pins.json`; empty if there is no such file.
 *
 * @throws HousePriceError PINS_INVALID
 */
export async function readPinsFile(directory: string): Promise<Pins> {
  const path = join(directory, PINS_FILE);
  const rules = { maxBytes: MAX_BYTES, within: directory };
  const text = await readText(path, rules).catch(refusedAs("PINS_INVALID"));
  if (text === undefined) return NO_PINS;
  const result = v.safeParse(PinsFileSchema, parseJson(text));
  if (result.success) return new Map(Object.entries(result.output));
  throw new HousePriceError(
    "PINS_INVALID",
    `${path} is not an object of model names and versions, such as {"linear": 1}.`,
  );
}

/** Returns `undefined`, which no schema accepts, for invalid JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
