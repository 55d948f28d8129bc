import { readFile, stat } from "node:fs/promises";
import { HousePriceError } from "../model/errors";
import { isAbsence, systemErrorCode } from "../model/file/system-error";
import { decodeText, NotTextError } from "../model/file/text";

const MAX_BYTES = 65_536;

/**
 * The first SHA-256 in a `sha256sum` file, in lower case; undefined if there is no such file.
 *
 * @throws HousePriceError DATA_UNREADABLE or DATA_INVALID
 */
export async function readDigestFile(path: string): Promise<string | undefined> {
  const bytes = await readSmallFile(path);
  if (!bytes) return undefined;
  const [digest] = /\b[0-9a-fA-F]{64}\b/.exec(decode(path, bytes)) ?? [];
  if (digest) return digest.toLowerCase();
  throw invalid(path, "has no SHA-256: write 64 hexadecimal digits, as sha256sum does");
}

async function readSmallFile(path: string): Promise<Buffer | undefined> {
  try {
    const status = await stat(path);
    if (!status.isFile() || status.size > MAX_BYTES)
      throw invalid(path, "is not a small file with a SHA-256");
    return await readFile(path);
  } catch (cause) {
    if (isAbsence(cause)) return undefined;
    if (cause instanceof HousePriceError) throw cause;
    const message = `${path} cannot be read (${systemErrorCode(cause)}).`;
    throw new HousePriceError("DATA_UNREADABLE", message, { cause });
  }
}

function decode(path: string, bytes: Buffer): string {
  try {
    return decodeText(bytes);
  } catch (cause) {
    if (cause instanceof NotTextError) throw invalid(path, cause.message);
    throw cause;
  }
}

function invalid(path: string, problem: string): HousePriceError {
  return new HousePriceError("DATA_INVALID", `${path} ${problem}.`);
}
