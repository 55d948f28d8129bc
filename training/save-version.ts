import { randomUUID } from "node:crypto";
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { formatModelFile, type ModelContent } from "../model/file/format";
import { systemErrorCode } from "../model/file/system-error";
import { refusingWrites, writeFlushed } from "../model/file/write-file";
import { listVersionsOf, MODEL_FILE } from "../model/registry/model-directory";

export interface CompanionFile {
  readonly name: string;
  readonly text: string;
}

/** Files saved beside a model, created from its file's text, which contains the version. */
export type Companions = (modelFile: string) => Promise<readonly CompanionFile[]>;

export interface SavedVersion {
  readonly version: number;
  readonly path: string;
}

/**
 * Saves a model as the next version of its name. The version is written to a hidden folder, flushed, and renamed, so it appears
 * atomically. Renaming onto an existing version fails; then the next number is used.
 *
 * @throws HousePriceError MODEL_UNWRITABLE
 */
export async function saveVersion(
  directory: string,
  content: ModelContent,
  companions: Companions = async () => [],
): Promise<SavedVersion> {
  const parent = join(directory, content.name);
  // mkdtemp would make the folder readable by its owner only, but the server may run as another user.
  const draft = join(parent, `.saving-${randomUUID()}`);
  const attempt = refusingWrites(parent, "--out");
  try {
    await attempt(mkdir(draft, { recursive: true }));
    for (;;) {
      const newest = (await listVersionsOf(directory, content.name)).at(-1)?.version ?? 0;
      const version = newest + 1;
      const modelFile = formatModelFile(content, version);
      await attempt(writeFlushed(join(draft, MODEL_FILE), modelFile));
      for (const { name, text } of await companions(modelFile)) {
        await attempt(writeFlushed(join(draft, name), text));
      }
      const path = join(parent, String(version));
      if (await attempt(renameUnlessTaken(draft, path))) return { version, path: join(path, MODEL_FILE) };
    }
  } catch (error) {
    // If a part of the path is a file, there is nothing to remove.
    await rm(draft, { recursive: true, force: true }).catch(() => undefined);
    throw error;
  }
}

async function renameUnlessTaken(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === "ENOTEMPTY" || code === "EEXIST") return false;
    throw error;
  }
}
