import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

export const CLI = join(import.meta.dirname, "../../dist/cli");

/**
 * The statement that `npm run export` writes, without its semicolon.
 *
 * @param {string} directory
 * @param {string} model
 * @param {string} dialect
 * @param {readonly string[]} columns - of the table, in the result as well
 */
export function exportStatement(directory, model, dialect, columns) {
  const file = join(directory, `${model}.${dialect}.sql`);
  const options = ["--model", model, "--format", "sql", "--dialect", dialect, "--table", "houses"];
  const started = performance.now();
  execFileSync(
    process.execPath,
    [join(CLI, "export.js"), ...options, "--columns", columns.join(","), "--out", file],
    {
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  const seconds = (performance.now() - started) / 1000;
  return { sql: readFileSync(file, "utf8").replace(/;\s*$/, ""), seconds };
}
