import { readFile, stat } from "node:fs/promises";
import { isSealed, sha256 } from "./checksum";
import { HousePriceError } from "./errors";
import { FORMAT, parseModelFile } from "./format";
import { findGoldenMismatch } from "./golden";
import { Model } from "./model";
import { systemErrorCode } from "./system-error";

/** How many bytes a model file may have: far more than any of ours, far less than would hurt to read. */
const MAX_BYTES = 16 * 1024 * 1024;

/**
 * Reads a model file and proves it: it is whole (checksum), of this format, and computes the golden predictions
 * that were saved with it.
 *
 * @throws HousePriceError MODEL_UNREADABLE, MODEL_CORRUPT, MODEL_INVALID or MODEL_NOT_REPRODUCIBLE, naming the file
 */
export async function readModel(path: string): Promise<Model> {
  return verifyModel(await readBytes(path), path);
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    const stats = await stat(path);
    // Reading anything else, a pipe for one, might never end.
    if (!stats.isFile()) throw new HousePriceError("MODEL_UNREADABLE", `${path} is not a file.`);
    refuseOversize(stats.size, path);
    return await readFile(path);
  } catch (cause) {
    if (cause instanceof HousePriceError) throw cause;
    throw new HousePriceError("MODEL_UNREADABLE", `${path} cannot be read (${systemErrorCode(cause)}).`, {
      cause,
    });
  }
}

/** {@link readModel} for bytes that are already in memory; `path` is for the messages alone. */
export function verifyModel(bytes: Buffer, path: string): Model {
  const json = parseJson(bytes, path);
  if (!isSealed(bytes)) {
    throw new HousePriceError(
      "MODEL_CORRUPT",
      `${path} does not match its checksum: it was changed after it was saved. Restore it, or train a new version.`,
    );
  }
  const parsed = parseModelFile(json);
  if (!parsed.ok) {
    throw new HousePriceError("MODEL_INVALID", `${path} is not a valid model file: ${parsed.problem}.`);
  }
  const model = new Model(parsed.file, sha256(bytes));
  const mismatch = findGoldenMismatch(model);
  if (mismatch) {
    const { features, expected, computed } = mismatch;
    throw new HousePriceError(
      "MODEL_NOT_REPRODUCIBLE",
      `${path}: for [${features.join(", ")}] the file promises ${expected}, but this program computes ${computed}.`,
    );
  }
  return model;
}

function refuseOversize(bytes: number, path: string): void {
  if (bytes <= MAX_BYTES) return;
  throw new HousePriceError("MODEL_INVALID", `${path} has ${bytes} bytes; a model has at most ${MAX_BYTES}.`);
}

function parseJson(bytes: Buffer, path: string): unknown {
  refuseOversize(bytes.length, path);
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString("utf8"));
  } catch (cause) {
    throw new HousePriceError(
      "MODEL_CORRUPT",
      `${path} is not whole JSON: it is truncated or was edited. Restore it, or train a new version.`,
      { cause },
    );
  }
  const format = typeof json === "object" && json !== null && "format" in json ? json.format : undefined;
  if (format !== FORMAT) {
    throw new HousePriceError(
      "MODEL_INVALID",
      `${path} is not a model of this project: its "format" is not "${FORMAT}".`,
    );
  }
  return json;
}
