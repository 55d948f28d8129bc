import { constants } from "node:fs";
import { open, stat } from "node:fs/promises";
import { HousePriceError } from "../../model/errors";
import { systemErrorCode } from "../../model/file/system-error";

const BEGINNING = 64 * 1024;

/**
 * Reads the beginning of a text file; invalid UTF-8 is reported when the whole file is read.
 *
 * @throws HousePriceError DATA_UNREADABLE, also if it is not a regular file, which could not be read twice
 */
export async function readBeginning(path: string): Promise<string> {
  return new TextDecoder().decode(await readFirstBytes(path));
}

async function readFirstBytes(path: string): Promise<Buffer> {
  try {
    // Checked before opening: opening a pipe would wait for its writer.
    if (!(await stat(path)).isFile()) throw unreadable(path, "it is not a regular file");
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (cause) {
    if (cause instanceof HousePriceError) throw cause;
    throw unreadable(path, systemErrorCode(cause), cause);
  }
}

function unreadable(path: string, problem: string, cause?: unknown): HousePriceError {
  return new HousePriceError(
    "DATA_UNREADABLE",
    `${path} cannot be read (${problem}): pass the path of a CSV file.`,
    { cause },
  );
}
