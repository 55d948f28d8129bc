import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { runTimed, runTogether } from "./run-timed.mjs";
import { CLI, exportStatement } from "./statement.mjs";

/**
 * `npm run predict` from Parquet to Parquet, one process for each file.
 *
 * @param {readonly string[]} files
 * @param {string} model
 */
export function predictFiles(files, model) {
  const commands = files.map((file) => [
    ...[process.execPath, join(CLI, "predict.js"), file, "--model", model, "--interval", "0.9"],
    ...["--out", `${file}.prices.parquet`],
  ]);
  return runTogether(commands);
}

/**
 * DuckDB from the same files to one of the same columns.
 *
 * @param {string} directory
 * @param {readonly string[]} files
 * @param {string} model
 * @param {readonly string[]} columns
 */
export function scoreInDuckDb(directory, files, model, columns) {
  const { sql } = exportStatement(directory, model, "duckdb", columns);
  const list = files.map((file) => `'${file}'`).join(", ");
  const script = join(directory, "score.sql");
  writeFileSync(
    script,
    `CREATE VIEW houses AS SELECT * FROM read_parquet([${list}]);
COPY (${sql}) TO '${join(directory, "prices.parquet")}' (FORMAT parquet)`,
  );
  return runTimed([process.execPath, join(import.meta.dirname, "run-duckdb.mjs"), script]);
}
