import { readFileSync } from "node:fs";
import { type ModelContent, type ModelFile, parseModelFile } from "../../model/file/format";

/** Where the committed models are. */
export const COMMITTED = "model/trained";

/** Path of a committed version of the linear model: 1 has three features, 2 has eight. */
export function committedPath(version: number): string {
  return `${COMMITTED}/linear/${version}/model.json`;
}

export function committedBytes(version: number): Buffer {
  return readFileSync(committedPath(version));
}

export function committedFile(version: number): ModelFile {
  const parsed = parseModelFile(JSON.parse(committedBytes(version).toString()));
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.file;
}

/** What training decided of a committed model: the file without its frame. */
export function committedContent(version: number): ModelContent {
  const { format, formatVersion, checksum, version: _, ...content } = committedFile(version);
  return content;
}
