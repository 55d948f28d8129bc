import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { HousePriceError } from "./errors";
import { MODEL_NAME } from "./format";
import type { Model } from "./model";
import { readModel } from "./read-model";
import { isAbsence, systemErrorCode } from "./system-error";

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

/** What is in a model directory. */
export interface VersionListing {
  readonly folders: readonly VersionFolder[];
  /** Folders whose content cannot be told. */
  readonly unlisted: readonly { readonly path: string; readonly error: HousePriceError }[];
}

/** The versions under `directory`. Other files and folders, a half-written version's too, are passed over. */
export async function listVersions(directory: string): Promise<VersionListing> {
  const folders: VersionFolder[] = [];
  const unlisted: { path: string; error: HousePriceError }[] = [];
  const list = async (path: string, step: () => Promise<void>) => {
    try {
      await step();
    } catch (error) {
      if (!(error instanceof HousePriceError)) throw error;
      unlisted.push({ path, error });
    }
  };
  await list(directory, async () => {
    const names = (await listFolders(directory)).filter((name) => MODEL_NAME.test(name));
    for (const name of names.sort()) {
      await list(join(directory, name), async () => {
        folders.push(...(await listVersionsOf(directory, name)));
      });
    }
  });
  return { folders, unlisted };
}

/** The versions of one name under `directory`, oldest first; a half-written version's folder is passed over. */
export async function listVersionsOf(directory: string, name: string): Promise<VersionFolder[]> {
  const folders = await listFolders(join(directory, name));
  return folders
    .filter((folder) => VERSION.test(folder))
    .map((folder) => ({ name, version: Number(folder), path: join(directory, name, folder) }))
    .sort((a, b) => a.version - b.version);
}

/** Loads every version under `directory` once; one that is broken is refused alone. */
export async function loadModels(directory: string): Promise<LoadedModels> {
  const { folders, unlisted } = await listVersions(directory);
  const models: Model[] = [];
  const refused = [...unlisted];
  for (const folder of folders) {
    try {
      models.push(await loadVersion(folder));
    } catch (error) {
      if (!(error instanceof HousePriceError)) throw error;
      refused.push({ path: join(folder.path, MODEL_FILE), error });
    }
  }
  return { models, refused };
}

/**
 * Reads and proves the model in a version's folder.
 *
 * @throws HousePriceError as {@link readModel} does, and MODEL_INVALID where the folder is another version's
 */
export async function loadVersion(folder: VersionFolder): Promise<Model> {
  const path = join(folder.path, MODEL_FILE);
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
  const entries = await readdir(directory, { withFileTypes: true }).catch((cause: unknown) => {
    if (isAbsence(cause)) return [];
    const problem = `${directory} cannot be read (${systemErrorCode(cause)}).`;
    throw new HousePriceError("MODEL_UNREADABLE", problem, { cause });
  });
  return entries.filter((entry) => entry.isDirectory() || entry.isSymbolicLink()).map((entry) => entry.name);
}
