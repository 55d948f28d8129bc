import { HousePriceError } from "../model/errors";
import { quoted } from "../model/table/quoted";
import type { TableSchema } from "../model/table/schema-format";
import { readTableSchema, schemaPathOf } from "../model/table/table-schema";
import { describeTable, type TableDescription } from "./describe/describe-table";
import type { DescribeOptions } from "./describe/options";
import { readBeginning } from "./describe/text-beginning";

/** The schema of a table, and its source. */
export interface FoundSchema {
  readonly schema: TableSchema;
  /** The inferred description; undefined if there is a schema file. */
  readonly description: TableDescription | undefined;
}

/**
 * Reads the schema beside a table, or infers it.
 *
 * @param path - of the CSV file
 * @param options - the user's description of the table
 * @throws HousePriceError SCHEMA_UNREADABLE, SCHEMA_INVALID, OPTION_INVALID, and those of `describeTable`
 */
export async function findSchema(path: string, options: Partial<DescribeOptions>): Promise<FoundSchema> {
  const file = schemaPathOf(path);
  const schema = await readTableSchema(file);
  if (schema) {
    refuseOptions(schema, file, options);
    return { schema, description: undefined };
  }
  const { target } = options;
  if (target === undefined) {
    // If there is no table either, report that.
    await readBeginning(path);
    throw new HousePriceError(
      "OPTION_INVALID",
      `There is no ${file}: name the column to predict with --target, or write a schema with "npm run describe".`,
    );
  }
  const description = await describeTable(path, { ...options, target });
  return { schema: description.schema, description };
}

/** A schema answers all options, so options that could contradict it are refused. */
function refuseOptions(schema: TableSchema, file: string, options: Partial<DescribeOptions>): void {
  const { target, ...others } = options;
  const own = schema.fields.find(({ role }) => role === "target");
  if (target !== undefined && target !== own?.name && target !== own?.apiName) {
    throw new HousePriceError(
      "OPTION_INVALID",
      `--target names ${quoted(target)}, but the target of ${file} is ${quoted(own?.name ?? "")}: change the roles in it, or remove it.`,
    );
  }
  if (Object.values(others).every((value) => value === undefined)) return;
  throw new HousePriceError(
    "OPTION_INVALID",
    `${file} says how to read the table, so the options for that (--delimiter, --decimal, --dates, --missing, --categories, --ignore, --currency) have no effect: omit them, edit the file, or remove it.`,
  );
}
