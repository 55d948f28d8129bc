import { stat } from "node:fs/promises";
import { FileRefused } from "./file-refused";
import { isAbsence, systemErrorCode } from "./system-error";
import { withinTime } from "./time-limit";

/**
 * Coarsest step of a file's times on the file systems in use (FAT has 2 s). Within it a file may be written to once
 * more without a change that `stat` could tell.
 */
const TIME_STEP_MS = 2_000;

/** What `stat` tells of a file: another signature means that the file may have other content. */
export interface FileSignature {
  readonly text: string;
  /** Whether it is a regular file. */
  readonly isFile: boolean;
  /** Size of the file. */
  readonly bytes: number;
  /** Whether the same signature surely means the same content: the file did not change a moment ago. */
  readonly settled: boolean;
}

/**
 * Links are followed, so a link that is set to another file changes the signature. It includes the time of the inode,
 * which changes with the permissions, and where a copying program sets the time of modification back.
 *
 * @returns undefined where there is no such file
 * @throws FileRefused
 */
export function readSignature(path: string): Promise<FileSignature | undefined> {
  return withinTime(path, async () => {
    try {
      const stats = await stat(path, { bigint: true });
      const { dev, ino, size, mtimeNs, ctimeNs, ctimeMs } = stats;
      return {
        text: [dev, ino, size, mtimeNs, ctimeNs].join(":"),
        isFile: stats.isFile(),
        bytes: Number(size),
        settled: Date.now() - Number(ctimeMs) > TIME_STEP_MS,
      };
    } catch (cause) {
      if (isAbsence(cause)) return undefined;
      throw new FileRefused("system", `${path} cannot be read (${systemErrorCode(cause)}).`, { cause });
    }
  });
}
