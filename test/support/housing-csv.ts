import { readFileSync } from "node:fs";
import { copyFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { schemaPathOf } from "../../model/table/table-schema";
import { temporaryDirectory } from "./temporary-directory";

export const HOUSING_CSV = "data/california_housing.csv";

/** The first lines of the real data set, header first: enough to train on, and quick. */
export function firstLines(rows: number): string[] {
  return readFileSync(HOUSING_CSV, "utf8")
    .split("\n")
    .slice(0, rows + 1);
}

/** The header, and every so manieth row of the real data set: rows from all over California. */
export function everyNthLine(step: number): string[] {
  return readFileSync(HOUSING_CSV, "utf8")
    .trimEnd()
    .split("\n")
    .filter((_, i) => i % step === 0);
}

/** Writes a CSV file of its own directory; gives its path. */
export async function writeCsv(lines: readonly string[], ending = "\n"): Promise<string> {
  const path = join(await temporaryDirectory(), "housing.csv");
  await writeFile(path, lines.map((line) => line + ending).join(""));
  return path;
}

/** The same with the table schema of the real data set beside it: a file to train on. */
export async function writeTable(lines: readonly string[], ending = "\n"): Promise<string> {
  const path = await writeCsv(lines, ending);
  await copyFile("data/california_housing.schema.json", schemaPathOf(path));
  return path;
}

/** The lines with one cell changed; row 0 is the header. */
export function withCell(lines: readonly string[], row: number, column: number, value: string): string[] {
  return lines.map((line, i) => {
    if (i !== row) return line;
    const cells = line.split(",");
    cells[column] = value;
    return cells.join(",");
  });
}
