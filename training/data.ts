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

/** Largest number of values: danfojs takes some 100 bytes for each, so that training stays below 2 GB. */
export const MAX_VALUES = 10_000_000;

/** A data set in memory, and where it came from. */
export interface Dataset {
  /** One column for each column of the table that the file has, named by `nameInFrame`; `NaN` where a row has no value. */
  readonly frame: DataFrame;
  readonly table: Table;
  readonly source: string;
  /** SHA-256 of the file. */
  readonly sha256: string;
  readonly rows: number;
}

/**
 * Loads the rows of a table from a CSV file with a header line. Every row is checked, as `npm run predict` and the API
 * check it, in all columns of the table's schema that the file has.
 *
 * A file `PATH.sha256` beside it (in the form of `sha256sum`) must describe the data.
 *
 * @param schema - of the table; where it does not list the categories of a column, they are those of the rows
 * @param features - names of the columns that the file must have, beside the target
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
  // In low memory mode danfojs keeps one copy of the values instead of two.
  const frame = new DataFrame(Object.fromEntries(found), { config: { lowMemoryMode: true } });
  return { frame, table, source: basename(path), sha256: digest, rows };
}

/** What a model keeps of a schema: the columns that questions have, and the target. */
function usedPart({ caveats: _, defaultFeatures: __, ...schema }: TableSchema): TableSchema {
  return { ...schema, fields: schema.fields.filter(({ role }) => role !== "ignored") };
}

/** Name of a column in a frame, by its position in a row; the target is behind the features. */
export function nameInFrame({ width }: Table, position: number): string {
  // Not the name in the file, which may be a number, or a property that every object has.
  return position === width ? "y" : `x${position}`;
}

/** The rows of a data set that are numbered, in that order. */
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
