import { stat } from "node:fs/promises";
import { HousePriceError } from "./errors";
import { isAbsence, systemErrorCode } from "./system-error";

/**
 * Coarsest step of a file's times on the file systems in use (FAT has 2 s). Within it a file may be written to once
 * more without a change that `stat` could tell.
 */
const TIME_STEP_MS = 2_000;

/** What `stat` tells of a file: another signature means that the file may have other content. */
export interface FileSignature {
  readonly text: string;
  /** Whether the same signature surely means the same content: the file did not change a moment ago. */
  readonly settled: boolean;
}

/**
 * Links are followed, so a link that is swapped to another file changes the signature. The time of the inode is part
 * of it: it changes with the permissions too, and where a copying program sets the time of modification back.
 *
 * @returns nothing where there is no such file
 * @throws HousePriceError MODEL_UNREADABLE
 */
export async function readSignature(path: string): Promise<FileSignature | undefined> {
  try {
    const { dev, ino, size, mtimeNs, ctimeNs, ctimeMs } = await stat(path, { bigint: true });
    return {
      text: [dev, ino, size, mtimeNs, ctimeNs].join(":"),
      settled: Date.now() - Number(ctimeMs) > TIME_STEP_MS,
    };
  } catch (cause) {
    if (isAbsence(cause)) return undefined;
    throw new HousePriceError("MODEL_UNREADABLE", `${path} cannot be read (${systemErrorCode(cause)}).`, {
      cause,
    });
  }
}
