import { rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { installPackages } from "../../scripts/install-packages.mjs";
import { progress } from "../bench.mjs";
import { CLICKHOUSE, ENGINES, POSTGRESQL } from "./engines.mjs";
import { COLUMNS, writeHouses } from "./houses.mjs";
import { measureClickHouse, measurePostgreSql } from "./measure-databases.mjs";
import { predictFiles, scoreInDuckDb } from "./measure-files.mjs";

/**
 * How long an engine took for a model.
 *
 * @typedef {object} Figure
 * @property {string} engine
 * @property {string} model
 * @property {number} rows - scored, which may be fewer than in the table
 * @property {number} seconds - by the clock, from file to file or from table to table
 * @property {number} [processorSeconds]
 */

export const MODELS = ["linear@2", "spatial@1"];

/**
 * Scores a large table by `npm run predict` and in the engines that models are exported to.
 *
 * @param {string} directory - for the files: some 300 bytes a row
 * @param {number} rows
 * @returns {Promise<{ figures: Figure[], notes: string[] }>}
 */
export async function measureExport(directory, rows) {
  installPackages(ENGINES);
  const cores = availableParallelism();
  const columns = COLUMNS.slice(0, 8);
  /** @type {Figure[]} */
  const figures = [];
  const add = (/** @type {Figure[]} */ ...more) => {
    for (const { engine, model, rows, seconds } of more) {
      progress(`${engine}, ${model}: ${rows} rows in ${seconds.toFixed(1)} s`);
    }
    figures.push(...more);
  };
  progress(`Writing ${rows} rows …`);
  const files = await writeHouses(directory, rows, cores, "parquet");
  for (const model of MODELS) {
    const predicted = await predictFiles(files, model);
    add({ engine: `npm run predict, ${cores} processes`, model, rows, ...predicted });
    for (const file of files) rmSync(`${file}.prices.parquet`);
    const scored = await scoreInDuckDb(directory, files, model, columns);
    add({ engine: "DuckDB, all cores", model, rows, ...scored });
    rmSync(`${directory}/prices.parquet`);
  }
  for (const file of files) rmSync(file);
  const notes = [];
  if (POSTGRESQL) add(...(await measurePostgreSql(POSTGRESQL, directory, rows, MODELS)));
  else notes.push("PostgreSQL is not installed.");
  if (CLICKHOUSE) add(...(await measureClickHouse(CLICKHOUSE, directory, rows, MODELS)));
  else notes.push("ClickHouse is not installed.");
  return { figures, notes };
}
