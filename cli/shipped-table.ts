import { readdirSync } from "node:fs";
import { join } from "node:path";

const FOLDER = "data";
const SCHEMA = ".schema.json";

/** Path of the shipped table: the one with a schema in `data/`. */
export function shippedTable(): string {
  const schema = readdirSync(FOLDER).find((name) => name.endsWith(SCHEMA)) ?? "";
  return join(FOLDER, `${schema.slice(0, -SCHEMA.length)}.csv`);
}
