import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { HousePriceError } from "./errors";
import { MODEL_NAME } from "./format";
import type { Model } from "./model";
import { readModel } from "./read-model";

/** File of a model inside its version's folder. */
export const MODEL_FILE = "model.json";

const VERSION = /^[1-9][0-9]{0,8}$/;

/** A version's folder: `DIR/NAME/VERSION`. */
export interface VersionFolder {
  readonly name: string;
  readonly version: number;
  readonly path: string;
}

/** What was found under a model directory: models that are proven, and why the others are not. */
export interface LoadedModels {
  readonly models: readonly Model[];
  readonly refused: readonly { readonly path: string; readonly error: HousePriceError }[];
}

/** The versions under `directory`. Other files and folders, a half-written version's too, are passed over. */
export async function listVersions(directory: string): Promise<VersionFolder[]> {
  const names = (await listFolders(directory)).filter((name) => MODEL_NAME.test(name));
  const versions = names.map((name) => listVersionsOf(directory, name));
  return (await Promise.all(versions)).flat();
}

/** The versions of one name under `directory`, oldest first. */
export async function listVersionsOf(directory: string, name: string): Promise<VersionFolder[]> {
  const folders = await listFolders(join(directory, name));
  return folders
    .filter((folder) => VERSION.test(folder))
    .map((folder) => ({ name, version: Number(folder), path: join(directory, name, folder) }))
    .sort((a, b) => a.version - b.version);
}

/** Loads every version under `directory`; one that is broken is refused alone. */
export async function loadModels(directory: string): Promise<LoadedModels> {
  const models: Model[] = [];
  const refused: { path: string; error: HousePriceError }[] = [];
  for (const folder of await listVersions(directory)) {
    const path = join(folder.path, MODEL_FILE);
    try {
      models.push(await loadVersion(folder, path));
    } catch (error) {
      if (!(error instanceof HousePriceError)) throw error;
      refused.push({ path, error });
    }
  }
  return { models, refused };
}

async function loadVersion(folder: VersionFolder, path: string): Promise<Model> {
  const model = await readModel(path);
  if (model.file.name !== folder.name || model.file.version !== folder.version) {
    throw new HousePriceError(
      "MODEL_INVALID",
      `${path} is ${model.id}, but its folder says ${folder.name}@${folder.version}. Move it to ${model.file.name}/${model.file.version}.`,
    );
  }
  return model;
}

/** Names of the folders (or links to one) in `directory`; none where it does not exist. */
async function listFolders(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT" || cause.code === "ENOTDIR") return [];
    throw new HousePriceError("MODEL_UNREADABLE", `${directory} cannot be read (${cause.code}).`, { cause });
  });
  return entries.filter((entry) => entry.isDirectory() || entry.isSymbolicLink()).map((entry) => entry.name);
}
