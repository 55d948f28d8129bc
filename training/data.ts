import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { type DataFrame, readCSV } from "danfojs-node";
import { sha256 } from "../model/checksum";
import { HousePriceError } from "../model/errors";

/** A data set in memory, and where it came from. */
export interface Dataset {
  readonly frame: DataFrame;
  readonly source: string;
  /** SHA-256 of the file. */
  readonly sha256: string;
  readonly rows: number;
}

/**
 * Loads the named columns of a CSV file with a header line; every value of theirs is a finite number.
 * Columns that are `optional` are loaded where the file has them.
 *
 * Where a file `PATH.sha256` lies beside it (in the form of `sha256sum`), the data must match it.
 *
 * @throws HousePriceError DATA_UNREADABLE or DATA_INVALID
 */
export async function loadDataset(
  path: string,
  columns: readonly string[],
  optional: readonly string[] = [],
): Promise<Dataset> {
  const digest = sha256(await readBytes(path));
  await checkDigest(path, digest);
  const whole = await readCSV(path).catch((cause: Error) => {
    const [first] = cause.message.split(", T");
    throw new HousePriceError("DATA_INVALID", `${path} is not a well-formed CSV file. ${first}.`, { cause });
  });
  const missing = columns.filter((column) => !whole.columns.includes(column));
  if (missing.length > 0) {
    throw new HousePriceError(
      "DATA_INVALID",
      `${path} has no column ${missing.join(", ")}; its columns are ${whole.columns.join(", ")}.`,
    );
  }
  const wanted = whole.columns.filter((column) => columns.includes(column) || optional.includes(column));
  const frame = whole.loc({ columns: wanted });
  for (const column of wanted) refuseNonNumeric(path, column, columnOf(frame, column));
  return { frame, source: basename(path), sha256: digest, rows: frame.shape[0] };
}

/** The rows of a data set that are numbered, in that order. */
export function selectRows(frame: DataFrame, rows: Int32Array): DataFrame {
  return frame.iloc({ rows: Array.from(rows) });
}

/** The values of one column; `NaN` where one is not a number. */
export function columnOf(frame: DataFrame, column: string): Float64Array {
  const values: ArrayLike<unknown> = frame.column(column).values;
  return Float64Array.from(values, (value) => (typeof value === "number" ? value : Number.NaN));
}

async function readBytes(path: string): Promise<Buffer> {
  return readFile(path).catch((cause: NodeJS.ErrnoException) => {
    throw new HousePriceError(
      "DATA_UNREADABLE",
      `${path} cannot be read (${cause.code}): give --data the path of a CSV file.`,
      { cause },
    );
  });
}

async function checkDigest(path: string, digest: string): Promise<void> {
  const expected = await readFile(`${path}.sha256`, "utf8").catch(() => undefined);
  if (expected !== undefined && expected.slice(0, 64) !== digest) {
    throw new HousePriceError(
      "DATA_INVALID",
      `${path} is not the file that ${path}.sha256 describes: restore it, or remove that file if the data changed on purpose.`,
    );
  }
}

function refuseNonNumeric(path: string, column: string, values: Float64Array): void {
  const row = values.findIndex((value) => !Number.isFinite(value));
  if (row !== -1) {
    throw new HousePriceError(
      "DATA_INVALID",
      `${path}: column ${column} is empty or not a number in data row ${row + 1}: correct that row, or remove it.`,
    );
  }
}
