import { join } from "node:path";
import { HousePriceError } from "../errors";
import { refusedAs } from "../file/file-refused";
import { MODEL_NAME } from "../file/format";
import { listFolders } from "../file/read-file";
import { readModel } from "../file/read-model";
import type { Model } from "../model";

export const MODEL_FILE = "model.json";

const VERSION = /^[1-9][0-9]{0,8}$/;

/** All versions are kept in memory. */
export const MAX_VERSIONS = 1_000;

/** Folder `DIR/NAME/VERSION`. */
export interface VersionFolder {
  readonly directory: string;
  readonly name: string;
  readonly version: number;
  readonly path: string;
}

export interface VersionListing {
  readonly folders: readonly VersionFolder[];
  /** Unreadable folders. */
  readonly unlisted: readonly { readonly path: string; readonly error: HousePriceError }[];
}

/** Lists versions; other files and folders, such as incomplete versions, are skipped. */
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
    const names = (await foldersIn(directory, directory)).filter((name) => MODEL_NAME.test(name));
    for (const name of names.sort()) {
      const path = join(directory, name);
      await list(path, async () => {
        const versions = await listVersionsOf(directory, name);
        if (folders.length + versions.length > MAX_VERSIONS) throw tooManyVersions(path, directory);
        folders.push(...versions);
      });
    }
  });
  return { folders, unlisted };
}

/**
 * Lists versions of one name, oldest first; folders of incomplete versions are skipped.
 *
 * @throws HousePriceError MODEL_UNREADABLE
 */
export async function listVersionsOf(directory: string, name: string): Promise<VersionFolder[]> {
  const path = join(directory, name);
  const folders = await foldersIn(path, directory);
  return folders
    .filter((folder) => VERSION.test(folder))
    .map((folder) => ({ directory, name, version: Number(folder), path: join(path, folder) }))
    .sort((a, b) => a.version - b.version);
}

/**
 * Reads and verifies the model in a version folder.
 *
 * @throws HousePriceError like {@link readModel}, and MODEL_INVALID if the file belongs to another version
 */
export async function loadVersion(folder: VersionFolder): Promise<Model> {
  const path = join(folder.path, MODEL_FILE);
  const model = await readModel(path, folder.directory);
  if (model.file.name !== folder.name || model.file.version !== folder.version) {
    throw new HousePriceError(
      "MODEL_INVALID",
      `${path} is ${model.id}, but its folder says ${folder.name}@${folder.version}. Move it to ${model.file.name}/${model.file.version}.`,
    );
  }
  return model;
}

async function foldersIn(path: string, directory: string): Promise<readonly string[]> {
  const folders = await listFolders(path, { within: directory }).catch(refusedAs("MODEL_UNREADABLE"));
  return folders ?? [];
}

function tooManyVersions(path: string, directory: string): HousePriceError {
  return new HousePriceError(
    "MODEL_UNREADABLE",
    `${path} has too many versions: ${directory} may hold at most ${MAX_VERSIONS} in all. Remove old ones.`,
  );
}
