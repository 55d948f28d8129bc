import * as v from "valibot";
import { HousePriceError } from "../errors";
import { findExcess } from "../file/bounds";
import { refusedAs } from "../file/file-refused";
import { decode, readBytes } from "../file/read-file";
import { printable } from "../file/text";
import { type TableSchema, TableSchemaFormat } from "./schema-format";
import { findSchemaProblem } from "./schema-problem";

const MAX_BYTES = 4 * 1024 * 1024;

const MAX_SHOWN = 200;

/** For example `houses.schema.json` beside `houses.csv`. */
export function schemaPathOf(path: string): string {
  return `${path.replace(/\.(csv|tsv|txt)$/i, "")}.schema.json`;
}

/**
 * @returns undefined if the file does not exist
 * @throws HousePriceError SCHEMA_UNREADABLE or SCHEMA_INVALID
 */
export async function readTableSchema(path: string): Promise<TableSchema | undefined> {
  const refused = refusedAs("SCHEMA_UNREADABLE");
  const bytes = await readBytes(path, { maxBytes: MAX_BYTES }).catch(refused);
  if (!bytes) return undefined;
  const excess = findExcess(bytes);
  if (excess) throw invalid(path, excess);
  try {
    return parseTableSchema(decode(path, bytes), path);
  } catch (error) {
    return refused(error);
  }
}

/**
 * @param file - name for messages
 * @throws HousePriceError SCHEMA_INVALID
 */
export function parseTableSchema(text: string, file: string): TableSchema {
  return checkTableSchema(parseJson(text, file), file);
}

/**
 * @param file - name for messages
 * @throws HousePriceError SCHEMA_INVALID
 */
export function checkTableSchema(json: unknown, file: string): TableSchema {
  const result = v.safeParse(TableSchemaFormat, json, { abortEarly: true });
  if (!result.success) {
    const [issue] = result.issues;
    throw invalid(file, issue.message, v.getDotPath(issue) ?? "the whole file");
  }
  const found = findSchemaProblem(result.output);
  if (found) throw invalid(file, found.problem, found.path);
  return result.output;
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw invalid(file, `it is not JSON (${cause instanceof Error ? cause.message : cause})`);
  }
}

function invalid(file: string, problem: string, path = "the whole file"): HousePriceError {
  const where = printable(path, MAX_SHOWN);
  const what = printable(problem, MAX_SHOWN);
  return new HousePriceError(
    "SCHEMA_INVALID",
    `${file} is not a valid table schema: at ${where}: ${what}. docs/OWN_DATA.md describes the format.`,
  );
}
