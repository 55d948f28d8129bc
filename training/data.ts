import { createHash } from "node:crypto";
import { basename } from "node:path";
import { DataFrame } from "danfojs-node";
import { HousePriceError } from "../model/errors";
import { readTable } from "../model/table/read-table";
import type { TableSchema } from "../model/table/schema-format";
import { Table } from "../model/table/table";
import type { TableColumn } from "../model/table/table-column";
import { readDigestFile } from "./digest-file";
import { LearnedCategories, withEnums } from "./learned-categories";

/** Maximum number of values: danfojs takes about 100 bytes each, so training stays below 2 GB. */
export const MAX_VALUES = 10_000_000;

/** A data set in memory, and its source. */
export interface Dataset {
  /** One column per table column in the file, named by `nameInFrame`; `NaN` for missing values. */
  readonly frame: DataFrame;
  readonly table: Table;
  readonly source: string;
  /** Of the file. */
  readonly sha256: string;
  readonly rows: number;
}

/**
 * Loads a CSV file. Every row is checked like in `npm run predict` and the API, in all columns of the schema that the file has. A
 * checksum file `PATH.sha256` beside it must match, if it exists.
 *
 * @param schema - of the table; categories that it does not list come from the rows
 * @param features - names of required columns besides the target
 * @throws HousePriceError DATA_UNREADABLE, COLUMNS_MISSING or DATA_INVALID
 */
export async function loadDataset(
  path: string,
  schema: TableSchema,
  features: readonly string[],
): Promise<Dataset> {
  const hash = createHash("sha256");
  const used = usedPart(schema);
  const { features: known, target } = new Table(used);
  const learned = new Map<number, LearnedCategories>();
  const columns = [...known, target].map((column, i) => {
    if (column.kind !== "category" || column.categories) return column;
    const categories = new LearnedCategories(column);
    learned.set(i, categories);
    return categories.column;
  });
  const isTarget = (column: TableColumn) => column.role === "target";
  const isNeeded = (column: TableColumn) => isTarget(column) || features.includes(column.name);
  const { values, rows } = await readTable(path, columns, columns.map(isNeeded), "which is needed", {
    neededCells: columns.map(isTarget),
    maxRows: Math.floor(MAX_VALUES / columns.length),
    delimiter: schema.dialect?.delimiter ?? ",",
    onBytes: (bytes) => hash.update(bytes),
  });
  const digest = hash.digest("hex");
  await checkDigest(path, digest);
  for (const categories of learned.values()) categories.refuseTooMany(path);
  const table = new Table(withEnums(used, [...learned.values()]));
  const found = columns.flatMap((_column, i) => {
    const column = values[i];
    if (!column) return [];
    return [[nameInFrame(table, i), learned.get(i)?.sortValues(column) ?? column] as const];
  });
  // Without it danfojs keeps two copies of the values.
  const frame = new DataFrame(Object.fromEntries(found), { config: { lowMemoryMode: true } });
  return { frame, table, source: basename(path), sha256: digest, rows };
}

/** The part of a schema stored in models: input columns and target. */
function usedPart({ caveats: _, defaultFeatures: __, ...schema }: TableSchema): TableSchema {
  return { ...schema, fields: schema.fields.filter(({ role }) => role !== "ignored") };
}

/** Column name in a frame, by position in a row; the target follows the features. */
export function nameInFrame({ width }: Table, position: number): string {
  // Names in the file may be numbers, or properties of every object.
  return position === width ? "y" : `x${position}`;
}

/** Rows by number, in the given order. */
export function selectRows(frame: DataFrame, rows: Int32Array): DataFrame {
  return frame.iloc({ rows: Array.from(rows) });
}

async function checkDigest(path: string, digest: string): Promise<void> {
  const expected = await readDigestFile(`${path}.sha256`);
  if (expected === undefined || expected === digest) return;
  throw new HousePriceError(
    "DATA_INVALID",
    `${path} is not the file that ${path}.sha256 describes: restore it, or delete the .sha256 file if the data was changed on purpose.`,
  );
}
