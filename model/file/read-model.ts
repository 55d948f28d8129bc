import { dirname } from "node:path";
import { HousePriceError } from "../errors";
import { Model } from "../model";
import { findExcess } from "./bounds";
import { isSealed, sha256 } from "./checksum";
import { FileRefused, refusedAs } from "./file-refused";
import { FORMAT, parseModelFile } from "./format";
import { findGoldenMismatch } from "./golden";
import { readBytes } from "./read-file";
import { decodeText, NotTextError } from "./text";

/** A hundred times the usual size; docs/MODELS.md lists all bounds. */
export const MAX_MODEL_BYTES = 4 * 1024 * 1024;

/**
 * Reads and verifies a model file: its checksum and format, and that it reproduces its golden predictions.
 *
 * @param directory - must contain the file
 * @throws HousePriceError MODEL_UNREADABLE, MODEL_CORRUPT, MODEL_INVALID or MODEL_NOT_REPRODUCIBLE, naming the file
 */
export async function readModel(path: string, directory = dirname(path)): Promise<Model> {
  const bytes = await readBytes(path, { maxBytes: MAX_MODEL_BYTES, within: directory }).catch((error) => {
    const isTooLarge = error instanceof FileRefused && error.rule === "size";
    return refusedAs(isTooLarge ? "MODEL_INVALID" : "MODEL_UNREADABLE")(error);
  });
  if (!bytes) throw new HousePriceError("MODEL_UNREADABLE", `${path} does not exist (yet).`);
  return verifyModel(bytes, path);
}

/** {@link readModel} for bytes in memory; `path` is for messages. */
export function verifyModel(bytes: Buffer, path: string): Model {
  const json = parseJson(bytes, path);
  if (!isSealed(bytes)) {
    throw new HousePriceError(
      "MODEL_CORRUPT",
      `${path} does not match its checksum: it was changed after it was saved. Restore it, or train a new version.`,
    );
  }
  const parsed = parseModelFile(json);
  if (!parsed.ok) throw invalid(path, parsed.problem);
  const model = new Model(parsed.file, sha256(bytes));
  const mismatch = findGoldenMismatch(model);
  if (mismatch) {
    const { features, expected, computed } = mismatch;
    throw new HousePriceError(
      "MODEL_NOT_REPRODUCIBLE",
      `${path}: for [${features.join(", ")}] the file records ${expected}, but this program computes ${computed}.`,
    );
  }
  return model;
}

function parseJson(bytes: Buffer, path: string): unknown {
  const excess =
    bytes.length > MAX_MODEL_BYTES ? `Expected at most ${MAX_MODEL_BYTES} bytes` : findExcess(bytes);
  if (excess) throw invalid(path, excess);
  let json: unknown;
  try {
    json = JSON.parse(decodeText(bytes));
  } catch (cause) {
    const problem =
      cause instanceof NotTextError ? cause.message : "is not complete JSON: it was truncated or edited";
    throw new HousePriceError("MODEL_CORRUPT", `${path} ${problem}. Restore it, or train a new version.`, {
      cause,
    });
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

function invalid(path: string, problem: string): HousePriceError {
  return new HousePriceError("MODEL_INVALID", `${path} is not a valid model file: ${problem}.`);
}
