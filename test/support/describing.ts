import { readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describeTable, type TableDescription } from "../../training/describe/describe-table";
import type { DescribeOptions } from "../../training/describe/options";
import { refusalOf } from "./refusal";
import { temporaryDirectory } from "./temporary-directory";

/** Name of the files that are described. */
export const FILE = "houses.csv";

export async function writeTable(content: string | Uint8Array): Promise<string> {
  const path = join(await temporaryDirectory(), FILE);
  await writeFile(path, content);
  return path;
}

/** Describes a table whose target is its column `price`. */
export async function describeText(
  content: string | Uint8Array,
  options: Partial<DescribeOptions> = {},
): Promise<TableDescription> {
  return describeTable(await writeTable(content), { target: "price", ...options });
}

/** The refusal of a table, as `CODE: message` without the directory; there is no other file beside the table afterwards. */
export async function refusalOfText(
  content: string | Uint8Array,
  options: Partial<DescribeOptions> = {},
): Promise<string> {
  const path = await writeTable(content);
  const { code, message } = await refusalOf(() => describeTable(path, { target: "price", ...options }));
  expect(await readdir(dirname(path))).toEqual([FILE]);
  return `${code}: ${message.replaceAll(path, FILE)}`;
}

/** A table with a column of cells, one more to learn from, and a target that varies. */
export function tableOf(name: string, cells: readonly string[], delimiter = ","): string {
  const rows = cells.map((cell, i) => [cell, i % 3, 1000 + 7 * ((i * 37) % 101)]);
  return `${[[name, "floor", "price"], ...rows].map((row) => row.join(delimiter)).join("\n")}\n`;
}

/** So many cells, taken in turn. */
export function cycle(cells: readonly string[], count = 120): string[] {
  return Array.from({ length: count }, (_, i) => cells[i % cells.length]);
}
