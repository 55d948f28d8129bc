import { chmod, mkdir, mkdtemp, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { formatModelFile, type ModelContent } from "../model/format";
import { listVersionsOf, MODEL_FILE } from "../model/model-directory";

/** A file that is saved beside `model.json`. */
export interface CompanionFile {
  readonly name: string;
  readonly text: string;
}

/** What to save beside a model, made from the very text of its file: its version is known only then. */
export type Companions = (modelFile: string) => Promise<readonly CompanionFile[]>;

/** A version on disk. */
export interface SavedVersion {
  readonly version: number;
  readonly path: string;
}

/**
 * Saves a model as the next version of its name under `directory`.
 *
 * The version appears all at once: it is written to a folder that no reader looks at, flushed, and renamed.
 * Renaming onto a version that exists fails, so of two runs that end together one takes the next number.
 */
export async function saveVersion(
  directory: string,
  content: ModelContent,
  companions: Companions = async () => [],
): Promise<SavedVersion> {
  const parent = join(directory, content.name);
  await mkdir(parent, { recursive: true });
  const draft = await mkdtemp(join(parent, ".saving-"));
  try {
    // mkdtemp keeps others out; the server may run as another user.
    await chmod(draft, 0o755);
    for (;;) {
      const newest = (await listVersionsOf(directory, content.name)).at(-1)?.version ?? 0;
      const version = newest + 1;
      const modelFile = formatModelFile(content, version);
      await writeFlushed(join(draft, MODEL_FILE), modelFile);
      for (const { name, text } of await companions(modelFile)) await writeFlushed(join(draft, name), text);
      const path = join(parent, String(version));
      if (await renameUnlessTaken(draft, path)) return { version, path: join(path, MODEL_FILE) };
    }
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

async function writeFlushed(path: string, text: string): Promise<void> {
  const file = await open(path, "w");
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function renameUnlessTaken(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOTEMPTY" || code === "EEXIST") return false;
    throw error;
  }
}
