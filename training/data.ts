import { createHash } from "node:crypto";
import { basename } from "node:path";
import { DataFrame } from "danfojs-node";
import { HousePriceError } from "../model/errors";
import { type FeatureColumn, TABLE_COLUMNS, TARGET } from "../model/features";
import { readTable } from "../model/table/read-table";
import { readDigestFile } from "./digest-file";

/** The columns that tell where a row is. */
export const PLACE_COLUMNS = ["Latitude", "Longitude"] as const satisfies readonly FeatureColumn[];

/** A data set in memory, and where it came from. */
export interface Dataset {
  readonly frame: DataFrame;
  readonly source: string;
  /** SHA-256 of the file. */
  readonly sha256: string;
  readonly rows: number;
}

/**
 * Loads the features, the target and, where the file has it, the place of each row of a data set.
 *
 * @throws HousePriceError as {@link loadDataset} does
 */
export function loadTrainingData(path: string, features: readonly FeatureColumn[]): Promise<Dataset> {
  return loadDataset(path, [...features, TARGET.name], PLACE_COLUMNS);
}

/**
 * Loads the columns of a CSV file with a header line. Every row of the file is checked, as `npm run predict` and the API
 * check it, in all columns that the table knows.
 *
 * A file `PATH.sha256` beside it (in the form of `sha256sum`) must describe the data.
 *
 * @param needed - columns that the file and each of its rows must have
 * @param optional - columns that the frame has too, where the file has them: `NaN` where a row has no value
 * @throws HousePriceError DATA_UNREADABLE, COLUMNS_MISSING or DATA_INVALID
 */
export async function loadDataset(
  path: string,
  needed: readonly string[],
  optional: readonly string[] = [],
): Promise<Dataset> {
  const hash = createHash("sha256");
  const table = await readTable(
    path,
    TABLE_COLUMNS,
    TABLE_COLUMNS.map(({ names: [name] }) => needed.includes(name)),
    "which is needed",
    { onBytes: (bytes) => hash.update(bytes) },
  );
  const digest = hash.digest("hex");
  await checkDigest(path, digest);
  const wanted = TABLE_COLUMNS.flatMap(({ names: [name] }, i) => {
    const values = needed.includes(name) || optional.includes(name) ? table.values[i] : undefined;
    return values ? [[name, values] as const] : [];
  });
  const frame = new DataFrame(Object.fromEntries(wanted));
  return { frame, source: basename(path), sha256: digest, rows: table.rows };
}

/** The rows of a data set that are numbered, in that order. */
export function selectRows(frame: DataFrame, rows: Int32Array): DataFrame {
  return frame.iloc({ rows: Array.from(rows) });
}

/** The values of one column; `NaN` where a row has none. */
export function columnOf(frame: DataFrame, column: string): Float64Array {
  const values: ArrayLike<unknown> = frame.column(column).values;
  return Float64Array.from(values, (value) => (typeof value === "number" ? value : Number.NaN));
}

async function checkDigest(path: string, digest: string): Promise<void> {
  const expected = await readDigestFile(`${path}.sha256`);
  if (expected === undefined || expected === digest) return;
  throw new HousePriceError(
    "DATA_INVALID",
    `${path} is not the file that ${path}.sha256 describes: restore it, or remove that file if the data changed on purpose.`,
  );
}
