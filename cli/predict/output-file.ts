import { type FileHandle, open, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { HousePriceError } from "../../model/errors";
import { systemErrorCode } from "../../model/file/system-error";
import { STANDARD_STREAM } from "../../model/table/data-file";

export interface Output {
  /** Resolves when more may be written, so that a caller that awaits it holds one piece in memory. */
  write(content: string | Uint8Array): Promise<void>;
  /** Publishes the complete file under its name. */
  commit(): Promise<void>;
  /** Removes the incomplete file. */
  discard(): Promise<void>;
}

/**
 * Opens a file to write, or the standard output for `-`.
 *
 * A file is written under a temporary name and renamed at the end, so that an interrupted run never leaves a partial file.
 *
 * @throws HousePriceError OUTPUT_UNWRITABLE, also from later calls
 */
export async function openOutput(path: string): Promise<Output> {
  if (path === STANDARD_STREAM) return new StandardOutput();
  return attempt(path, async () => {
    const target = await realpath(path).catch(() => path);
    const status = await stat(target).catch(() => undefined);
    // Devices and pipes cannot be replaced: write to them directly.
    if (status && !status.isFile()) return new DeviceFile(path, await open(target, "w"));
    const draft = join(dirname(target), `.${basename(target)}.${process.pid}.partial`);
    return new WholeFile(path, target, draft, await open(draft, "w"));
  });
}

class DeviceFile implements Output {
  constructor(
    protected readonly path: string,
    protected readonly file: FileHandle,
  ) {}

  write(content: string | Uint8Array): Promise<void> {
    return attempt(this.path, () => this.file.writeFile(content));
  }

  commit(): Promise<void> {
    return attempt(this.path, () => this.file.close());
  }

  discard(): Promise<void> {
    return this.file.close();
  }
}

class WholeFile extends DeviceFile {
  constructor(
    path: string,
    private readonly target: string,
    private readonly draft: string,
    file: FileHandle,
  ) {
    super(path, file);
  }

  override commit(): Promise<void> {
    return attempt(this.path, async () => {
      await this.file.sync();
      await this.file.close();
      await rename(this.draft, this.target);
    });
  }

  override async discard(): Promise<void> {
    await this.file.close();
    await rm(this.draft, { force: true });
  }
}

class StandardOutput implements Output {
  constructor() {
    // Write errors are returned to the caller; without a listener the event would also end the process.
    process.stdout.on("error", () => undefined);
  }

  write(content: string | Uint8Array): Promise<void> {
    return attempt("standard output", () => {
      return new Promise<void>((resolve, reject) => {
        process.stdout.write(content, (error) => (error ? reject(error) : resolve()));
      });
    });
  }

  async commit(): Promise<void> {}

  async discard(): Promise<void> {}
}

/** Converts system errors to OUTPUT_UNWRITABLE. */
async function attempt<Result>(path: string, act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (cause) {
    const reason = systemErrorCode(cause);
    throw new HousePriceError("OUTPUT_UNWRITABLE", `Cannot write ${path} (${reason}).${hint(reason)}`, {
      cause,
    });
  }
}

function hint(reason: string): string {
  if (reason === "ENOENT") return " Its directory must exist.";
  if (reason === "ENOSPC" || reason === "EFBIG") return " Free some space, or write elsewhere.";
  return "";
}
