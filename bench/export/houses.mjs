import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { runTimed } from "./run-timed.mjs";

const DATA = join(import.meta.dirname, "../../data/california_housing.csv");

/** Names of the eight features and of the price, as in the CSV file. */
export const COLUMNS = [
  ...["MedInc", "HouseAge", "AveRooms", "AveBedrms", "Population", "AveOccup", "Latitude", "Longitude"],
  "MedHouseVal",
];

const HOUSES = 20_640;

/**
 * Writes a table in parts: the houses of California again and again, each a little different, so that no two rows are equal and the
 * files do not shrink.
 *
 * @param {string} directory
 * @param {number} rows - in all
 * @param {number} parts - one a core: `npm run predict` is one process
 * @param {"parquet" | "csv"} format
 * @returns {Promise<string[]>} the files
 */
export async function writeHouses(directory, rows, parts, format) {
  const files = [];
  for (let part = 0; part < parts; part++) {
    const file = join(directory, `houses-${part}.${format}`);
    const count = Math.floor(((part + 1) * rows) / parts) - Math.floor((part * rows) / parts);
    // The same rows in each format and each run.
    const factor = `(0.99 + 0.02 * ((hash(i * ${parts} + ${part}) % 1000003) / 1000003))`;
    const columns = COLUMNS.map((name) =>
      /Latitude|Longitude|HouseAge|MedHouseVal/.test(name)
        ? `"${name}"`
        : `"${name}" * ${factor} AS "${name}"`,
    );
    const sql = join(directory, "houses.sql");
    const options = format === "csv" ? "FORMAT csv, HEADER" : "FORMAT parquet";
    writeFileSync(
      sql,
      `COPY (SELECT ${columns.join(", ")} FROM (SELECT range AS i FROM range(${count}))
JOIN (SELECT *, row_number() OVER () - 1 AS r FROM read_csv('${DATA}')) ON r = i % ${HOUSES}) TO '${file}' (${options})`,
    );
    await runTimed([process.execPath, join(import.meta.dirname, "run-duckdb.mjs"), sql]);
    files.push(file);
  }
  return files;
}
