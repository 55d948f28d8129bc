import { constants, type Stats } from "node:fs";
import { type FileHandle, lstat, open, opendir, readlink, realpath, stat } from "node:fs/promises";
import { isAbsolute, relative, sep } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { FileRefused } from "./file-refused";
import { isAbsence, systemErrorCode } from "./system-error";
import { decodeText, NotTextError } from "./text";
import { withinTime } from "./time-limit";

/** What a file must be to be read. */
export interface FileRules {
  readonly maxBytes: number;
  /** The directory that the file must be in once all links are followed; undefined where it may be anywhere. */
  readonly within?: string | undefined;
  /** Whether a pipe is read as well. */
  readonly allowPipe?: boolean;
  /** In milliseconds. */
  readonly timeLimitMs?: number;
}

/** Most entries that a folder may have. */
export const MAX_ENTRIES = 10_000;

/** Opening never waits: a FIFO without a writer would hold a thread for ever. */
const OPEN_FLAGS = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY;

const PIECE_BYTES = 64 * 1024;
const PIPE_POLL_MS = 10;

/**
 * Reads a file. Everything that the program reads from a model directory, and the files that its configuration names,
 * comes through here: it is a regular file, inside of its directory, not too large, and read in time.
 *
 * @returns undefined where there is no such file
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
 * Reads a file of UTF-8 text as {@link readBytes} does, without its byte order mark.
 *
 * @throws FileRefused where the file is in another encoding, too
 */
export async function readText(path: string, rules: FileRules): Promise<string | undefined> {
  const bytes = await readBytes(path, rules);
  return bytes && decode(path, bytes);
}

/**
 * Names of the folders in a folder, links to folders among them.
 *
 * @param within - the directory that the folder must be in, or be
 * @returns undefined where there is no such folder
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

/** Text of bytes that were read from a file. */
export function decode(path: string, bytes: Uint8Array): string {
  try {
    return decodeText(bytes);
  } catch (cause) {
    if (!(cause instanceof NotTextError)) throw cause;
    throw new FileRefused("encoding", `${path} ${cause.message}.`, { cause });
  }
}

async function openAndRead(path: string, rules: FileRules, signal: AbortSignal): Promise<Buffer> {
  // Looked at before it is opened, as opening a device can do something.
  refuseOtherKinds(path, await stat(path), rules);
  const handle = await open(path, OPEN_FLAGS);
  try {
    const stats = await handle.stat();
    // The path may lead to another file since.
    refuseOtherKinds(path, stats, rules);
    const { within } = rules;
    if (within !== undefined) await realPathInside(path, within, () => pathOf(handle, path));
    if (stats.size > rules.maxBytes) throw tooLarge(path, rules);
    return await readWhole(handle, path, stats.size, rules, signal);
  } finally {
    await handle.close();
  }
}

/** Reads to the end, and not beyond the limit: a file may grow meanwhile. */
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
    // One byte more than expected tells that the file ends there.
    const length = Math.min(Math.max(size - total, PIECE_BYTES) + 1, rules.maxBytes - total + 1);
    const piece = await readPiece(handle, Buffer.allocUnsafe(length), signal);
    if (piece.length === 0) return Buffer.concat(pieces);
    total += piece.length;
    if (total > rules.maxBytes) throw tooLarge(path, rules);
    pieces.push(piece);
  }
}

/** The next bytes; an empty pipe is asked again until its writer has written, or has closed it. */
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
 * The path without links, from `resolve`, where it is in `directory` or is it.
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
  // The directory may be a link that was just set to its next release: then the path was followed through the new one.
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

/**
 * Path, without links, of an open file. Linux tells it of the very file; elsewhere the path is followed once more, and
 * must lead to the same file.
 */
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

/** Gives what the system refuses the form of our own errors; undefined where the path does not exist. */
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
