import { randomUUID } from "node:crypto";
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { HousePriceError } from "../errors";
import { refusingWrites, writeFlushed } from "../file/write-file";
import type { Model } from "../model";
import { listVersionsOf, loadVersion, type VersionFolder } from "./model-directory";
import { PINS_FILE, type Pins, readPinsFile } from "./pins";

export interface Change {
  /** Undefined if no version was active. */
  readonly before: number | undefined;
  readonly after: number;
}

/**
 * Pins a version.
 *
 * @throws HousePriceError MODEL_UNKNOWN, PINS_INVALID or MODEL_UNWRITABLE, or the problem of the version
 */
export async function pinVersion(directory: string, name: string, version: number): Promise<Change> {
  const folders = await listVersionsOf(directory, name);
  await loadVersion(findVersion(folders, directory, name, version));
  const pins = await readPinsFile(directory);
  await writePins(directory, new Map([...pins, [name, version]]));
  return { before: pins.get(name) ?? (await newestServable(folders))?.file.version, after: version };
}

/**
 * Makes the newest version of a name active again.
 *
 * @throws HousePriceError MODEL_UNKNOWN, PINS_INVALID or MODEL_UNWRITABLE
 */
export async function unpin(directory: string, name: string): Promise<Change> {
  const folders = await listVersionsOf(directory, name);
  const newest = await newestServable(folders);
  if (!newest) throw unknown(name, folders, directory);
  const pins = new Map(await readPinsFile(directory));
  const before = pins.get(name) ?? newest.file.version;
  if (pins.delete(name)) await writePins(directory, pins);
  return { before, after: newest.file.version };
}

/**
 * Pins the version before the active one.
 *
 * @throws HousePriceError MODEL_UNKNOWN if there is none, PINS_INVALID or MODEL_UNWRITABLE
 */
export async function rollBack(directory: string, name: string): Promise<Change> {
  const folders = await listVersionsOf(directory, name);
  const pins = await readPinsFile(directory);
  const before = pins.get(name) ?? (await newestServable(folders))?.file.version;
  if (before === undefined) throw unknown(name, folders, directory);
  const earlier = await newestServable(folders.filter(({ version }) => version < before));
  if (!earlier) {
    throw new HousePriceError(
      "MODEL_UNKNOWN",
      `There is no version before ${name}@${before} to roll back to.`,
    );
  }
  const after = earlier.file.version;
  await writePins(directory, new Map([...pins, [name, after]]));
  return { before, after };
}

/**
 * Removes a version atomically, so that servers never see a part of it.
 *
 * @throws HousePriceError MODEL_UNKNOWN, MODEL_PINNED or MODEL_UNWRITABLE
 */
export async function removeVersion(directory: string, name: string, version: number): Promise<void> {
  const folder = findVersion(await listVersionsOf(directory, name), directory, name, version);
  if ((await readPinsFile(directory)).get(name) === version) {
    throw new HousePriceError(
      "MODEL_PINNED",
      `${name}@${version} is pinned by ${join(directory, PINS_FILE)}: pin another version first, or unpin ${name} (npm run pin -- ${name}).`,
    );
  }
  const attempt = refusingWrites(directory, "--model-dir");
  const leaving = join(directory, name, `.removing-${randomUUID()}`);
  await attempt(rename(folder.path, leaving));
  await attempt(rm(leaving, { recursive: true }));
}

/** @throws HousePriceError MODEL_UNKNOWN */
function findVersion(
  folders: readonly VersionFolder[],
  directory: string,
  name: string,
  version: number,
): VersionFolder {
  const folder = folders.find((each) => each.version === version);
  if (folder) return folder;
  throw unknown(`${name}@${version}`, folders, directory);
}

async function newestServable(folders: readonly VersionFolder[]): Promise<Model | undefined> {
  for (const folder of folders.toReversed()) {
    const model = await loadVersion(folder).catch((error: unknown) => {
      if (error instanceof HousePriceError) return undefined;
      throw error;
    });
    if (model) return model;
  }
  return undefined;
}

/** Replaces `pins.json` atomically. */
async function writePins(directory: string, pins: Pins): Promise<void> {
  const attempt = refusingWrites(directory, "--model-dir");
  const draft = join(directory, `.pins-${randomUUID()}`);
  await attempt(writeFlushed(draft, `${JSON.stringify(Object.fromEntries(pins), null, 2)}\n`));
  await attempt(rename(draft, join(directory, PINS_FILE)));
}

function unknown(asked: string, folders: readonly VersionFolder[], directory: string): HousePriceError {
  const known = folders.map(({ name, version }) => `${name}@${version}`).join(", ") || "no versions of it";
  return new HousePriceError(
    "MODEL_UNKNOWN",
    `There is no model ${asked} in ${directory}. Available: ${known}.`,
  );
}
