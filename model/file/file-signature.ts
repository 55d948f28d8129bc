import { stat } from "node:fs/promises";
import { FileRefused } from "./file-refused";
import { isAbsence, systemErrorCode } from "./system-error";
import { withinTime } from "./time-limit";

/** Coarsest timestamp resolution of current file systems (FAT: 2 s). A file modified again within it may have the same `stat` result. */
const TIME_STEP_MS = 2_000;

/** `stat` result of a file; a different signature means that the content may have changed. */
export interface FileSignature {
  readonly text: string;
  readonly isFile: boolean;
  readonly bytes: number;
  /** Whether an equal signature proves equal content: the file was not modified very recently. */
  readonly settled: boolean;
}

/**
 * Follows links, so a link to another file changes the signature. It includes the inode change time, which also changes with permissions,
 * and if a copying program resets the modification time.
 *
 * @returns undefined if the file does not exist
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
