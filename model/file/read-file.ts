import { constants, type Stats } from "node:fs";
import { type FileHandle, lstat, open, opendir, readlink, realpath, stat } from "node:fs/promises";
import { isAbsolute, relative, sep } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { FileRefused } from "./file-refused";
import { isAbsence, systemErrorCode } from "./system-error";
import { decodeText, NotTextError } from "./text";
import { withinTime } from "./time-limit";

export interface FileRules {
  readonly maxBytes: number;
  /** Directory that must contain the file after links are resolved; undefined for anywhere. */
  readonly within?: string | undefined;
  readonly allowPipe?: boolean;
  /** In milliseconds. */
  readonly timeLimitMs?: number;
}

export const MAX_ENTRIES = 10_000;

/** Non-blocking: opening a FIFO without a writer would block a thread forever. */
const OPEN_FLAGS = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY;

const PIECE_BYTES = 64 * 1024;
const PIPE_POLL_MS = 10;

/**
 * Reads a file. All files of a model directory, and those named by the configuration, are read here: regular files inside their
 * directory, of limited size, within a time limit.
 *
 * @returns undefined if the file does not exist
 * @throws FileRefused
 */
export function readBytes(path: string, rules: FileRules): Promise<Buffer | undefined> {
  return withinTime(
    path,
    (signal) => unlessAbsent(path, () => openAndRead(path, rules, signal)),
    rules.timeLimitMs,
  );
}

/**
 * Like {@link readBytes} for UTF-8 text, without its byte order mark.
 *
 * @throws FileRefused also for other encodings
 */
export async function readText(path: string, rules: FileRules): Promise<string | undefined> {
  const bytes = await readBytes(path, rules);
  return bytes && decode(path, bytes);
}

/**
 * Names of subfolders, including links to folders.
 *
 * @param within - directory that must contain (or be) the folder
 * @returns undefined if the folder does not exist
 * @throws FileRefused
 */
export function listFolders(
  path: string,
  { within, timeLimitMs }: { readonly within: string; readonly timeLimitMs?: number },
): Promise<string[] | undefined> {
  const list = async (signal: AbortSignal) => {
    const folder = await realPathInside(path, within, () => realpath(path));
    const names: string[] = [];
    let entries = 0;
    for await (const entry of await opendir(folder)) {
      signal.throwIfAborted();
      if (++entries > MAX_ENTRIES) {
        throw new FileRefused(
          "size",
          `${path} has too many entries: a folder may have at most ${MAX_ENTRIES}.`,
        );
      }
      if (entry.isDirectory() || entry.isSymbolicLink()) names.push(entry.name);
    }
    return names;
  };
  return withinTime(path, (signal) => unlessAbsent(path, () => list(signal)), timeLimitMs);
}

export function decode(path: string, bytes: Uint8Array): string {
  try {
    return decodeText(bytes);
  } catch (cause) {
    if (!(cause instanceof NotTextError)) throw cause;
    throw new FileRefused("encoding", `${path} ${cause.message}.`, { cause });
  }
}

async function openAndRead(path: string, rules: FileRules, signal: AbortSignal): Promise<Buffer> {
  // Check before opening, since opening a device can have side effects.
  refuseOtherKinds(path, await stat(path), rules);
  const handle = await open(path, OPEN_FLAGS);
  try {
    const stats = await handle.stat();
    // Check again: the path may have been replaced.
    refuseOtherKinds(path, stats, rules);
    const { within } = rules;
    if (within !== undefined) await realPathInside(path, within, () => pathOf(handle, path));
    if (stats.size > rules.maxBytes) throw tooLarge(path, rules);
    return await readWhole(handle, path, stats.size, rules, signal);
  } finally {
    await handle.close();
  }
}

/** Reads to the end, but not beyond the limit: the file may grow meanwhile. */
async function readWhole(
  handle: FileHandle,
  path: string,
  size: number,
  rules: FileRules,
  signal: AbortSignal,
): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let total = 0;
  for (;;) {
    signal.throwIfAborted();
    // One byte more than expected detects the end of the file.
    const length = Math.min(Math.max(size - total, PIECE_BYTES) + 1, rules.maxBytes - total + 1);
    const piece = await readPiece(handle, Buffer.allocUnsafe(length), signal);
    if (piece.length === 0) return Buffer.concat(pieces);
    total += piece.length;
    if (total > rules.maxBytes) throw tooLarge(path, rules);
    pieces.push(piece);
  }
}

/** Returns the next bytes; polls an empty pipe until its writer writes or closes it. */
async function readPiece(handle: FileHandle, buffer: Buffer, signal: AbortSignal): Promise<Buffer> {
  for (;;) {
    try {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, null);
      return buffer.subarray(0, bytesRead);
    } catch (error) {
      if (systemErrorCode(error) !== "EAGAIN") throw error;
      await sleep(PIPE_POLL_MS, undefined, { signal });
    }
  }
}

function refuseOtherKinds(path: string, stats: Stats, { allowPipe = false }: FileRules): void {
  if (stats.isFile() || (allowPipe && stats.isFIFO())) return;
  throw new FileRefused("kind", `${path} is ${kindOf(stats)}: it must be a regular file.`);
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return "a directory";
  if (stats.isFIFO()) return "a pipe";
  if (stats.isSocket()) return "a socket";
  return "a device";
}

function tooLarge(path: string, { maxBytes }: FileRules): FileRefused {
  return new FileRefused("size", `${path} is too large: the maximum is ${maxBytes} bytes.`);
}

/**
 * Resolves links; the result must be `directory` or inside it.
 *
 * @throws FileRefused by the rule `place`
 */
async function realPathInside(
  path: string,
  directory: string,
  resolve: () => Promise<string>,
): Promise<string> {
  const before = await realpath(directory);
  const real = await resolve();
  if (isInside(real, before)) return real;
  // The directory may be a link that was just switched to its next release.
  const after = await realpath(directory);
  if (after !== before && isInside(real, after)) return real;
  throw new FileRefused(
    "place",
    `${path} leads out of ${directory}: a link must stay inside it; put a copy there instead.`,
  );
}

function isInside(path: string, directory: string): boolean {
  const way = relative(directory, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Real path of an open file. Linux reports it for the handle; elsewhere the path is resolved again, and must lead to the same file. */
async function pathOf(handle: FileHandle, path: string): Promise<string> {
  try {
    return await readlink(`/proc/self/fd/${handle.fd}`);
  } catch {
    const real = await realpath(path);
    const [opened, found] = [await handle.stat({ bigint: true }), await lstat(real, { bigint: true })];
    if (opened.ino === found.ino && opened.dev === found.dev) return real;
    throw new FileRefused("place", `${path} was replaced while it was being read.`);
  }
}

/** Converts system errors to FileRefused; undefined if the path does not exist. */
async function unlessAbsent<Result>(path: string, act: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await act();
  } catch (cause) {
    if (cause instanceof FileRefused) throw cause;
    if (!isAbsence(cause)) {
      throw new FileRefused("system", `${path} cannot be read (${systemErrorCode(cause)}).`, { cause });
    }
    const link = await lstat(path).catch(() => undefined);
    if (!link?.isSymbolicLink()) return undefined;
    throw new FileRefused("system", `${path} is a broken link.`, { cause });
  }
}
