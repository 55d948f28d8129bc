import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { addAbortSignal } from "node:stream";
import { HousePriceError } from "../../../model/errors";
import { systemErrorCode } from "../../../model/file/system-error";
import { STANDARD_STREAM } from "./output-file";

/** Bytes that are read at a time: about 2,700 rows of the data set. */
const PIECE_BYTES = 256 * 1024;

/** The text of a file, read piece by piece. */
export interface InputText {
  /** Name for the messages. */
  readonly name: string;
  /** Size of the file; undefined where it is not known. */
  readonly bytes: number | undefined;
  readonly pieces: AsyncIterable<string>;
  /** Bytes that were read so far. */
  bytesRead(): number;
}

/**
 * Opens a file to read, or the standard input for `-`. The text is UTF-8.
 *
 * @throws HousePriceError DATA_UNREADABLE, from here or while it is read
 */
export async function openInput(path: string, signal: AbortSignal): Promise<InputText> {
  if (path === STANDARD_STREAM) {
    process.stdin.setEncoding("utf8");
    const pieces = readPieces("the standard input", addAbortSignal(signal, process.stdin), signal);
    return { name: "The standard input", bytes: undefined, pieces, bytesRead: () => 0 };
  }
  const status = await stat(path).catch((cause: unknown) => {
    throw unreadable(path, cause);
  });
  const stream = createReadStream(path, { encoding: "utf8", highWaterMark: PIECE_BYTES, signal });
  return {
    name: path,
    bytes: status.isFile() ? status.size : undefined,
    pieces: readPieces(path, stream, signal),
    bytesRead: () => stream.bytesRead,
  };
}

async function* readPieces(
  path: string,
  stream: AsyncIterable<string>,
  signal: AbortSignal,
): AsyncGenerator<string> {
  try {
    yield* stream;
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw unreadable(path, cause);
  }
}

function unreadable(path: string, cause: unknown): HousePriceError {
  return new HousePriceError(
    "DATA_UNREADABLE",
    `${path} cannot be read (${systemErrorCode(cause)}): give the path of a CSV file.`,
    { cause },
  );
}
