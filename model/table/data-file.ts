import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { addAbortSignal } from "node:stream";
import { HousePriceError } from "../errors";
import { systemErrorCode } from "../file/system-error";
import { NotTextError, TextPieces } from "../file/text";
import { type CsvRecord, CsvRecords } from "./csv-records";
import { quoted } from "./quoted";

/** Stands for standard input or output on a command line. */
export const STANDARD_STREAM = "-";

/** Chunk size: about 2,700 rows of the shipped data. */
const PIECE_BYTES = 256 * 1024;

export interface DataFile {
  /** For messages: the path, or "The standard input". */
  readonly name: string;
  readonly bytes: number | undefined;
  /**
   * Records by chunk; the first batch begins with the header.
   *
   * @throws HousePriceError DATA_UNREADABLE, or DATA_INVALID if the file is not text or has no header
   */
  readonly batches: AsyncGenerator<CsvRecord[], undefined>;
  bytesRead(): number;
}

export interface DataFileOptions {
  /** Stops reading early. */
  readonly signal?: AbortSignal;
  readonly onBytes?: (bytes: Uint8Array) => void;
  /** One character, a comma by default. */
  readonly delimiter?: string;
}

/**
 * Opens a CSV file, or standard input for `-`. All commands read tables by this function.
 *
 * @throws HousePriceError DATA_UNREADABLE
 */
export async function openDataFile(path: string, options: DataFileOptions = {}): Promise<DataFile> {
  const { signal } = options;
  if (path === STANDARD_STREAM) {
    const stream = signal ? addAbortSignal(signal, process.stdin) : process.stdin;
    const name = "The standard input";
    return { name, bytes: undefined, batches: readBatches(name, stream, options), bytesRead: () => 0 };
  }
  const status = await stat(path).catch((cause: unknown) => {
    throw unreadable(path, cause);
  });
  const stream = createReadStream(path, { highWaterMark: PIECE_BYTES, signal });
  return {
    name: path,
    bytes: status.isFile() ? status.size : undefined,
    batches: readBatches(path, stream, options),
    bytesRead: () => stream.bytesRead,
  };
}

async function* readBatches(
  name: string,
  stream: AsyncIterable<Buffer>,
  { signal, onBytes, delimiter }: DataFileOptions,
): AsyncGenerator<CsvRecord[], undefined> {
  const text = new TextPieces();
  const records = new CsvRecords(delimiter);
  let header: CsvRecord | undefined;
  try {
    for await (const bytes of stream) {
      onBytes?.(bytes);
      const batch = records.push(text.push(bytes));
      if (batch.length === 0) continue;
      header ??= batch[0];
      yield batch;
    }
    const last = [...records.push(text.end()), ...records.end()];
    if (last.length > 0) yield last;
    else if (!header)
      throw new HousePriceError("DATA_INVALID", `${name} is empty: the first line must name the columns.`);
  } catch (cause) {
    if (signal?.aborted || cause instanceof HousePriceError) throw cause;
    if (cause instanceof NotTextError) {
      const place = placeOf(cause, records, header);
      throw new HousePriceError("DATA_INVALID", `${name} ${cause.message}.${place}`, { cause });
    }
    throw unreadable(name, cause);
  }
}

/** End of a message: line and column of the first invalid byte, if a single byte is to blame. */
function placeOf({ before }: NotTextError, records: CsvRecords, header: CsvRecord | undefined): string {
  if (before === undefined) return "";
  const [record] = records.push(before);
  const { cells = [] } = header ?? record ?? {};
  const { line, cell } = records.position;
  const name = cells[cell]?.trim();
  return ` It is in line ${line}, column ${name === undefined ? cell + 1 : quoted(name)}.`;
}

function unreadable(name: string, cause: unknown): HousePriceError {
  return new HousePriceError(
    "DATA_UNREADABLE",
    `${name} cannot be read (${systemErrorCode(cause)}): pass the path of a CSV file.`,
    { cause },
  );
}
