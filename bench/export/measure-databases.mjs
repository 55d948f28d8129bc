import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openCluster } from "./clickhouse.mjs";
import { COLUMNS, writeHouses } from "./houses.mjs";
import { openPostgreSql } from "./postgresql.mjs";
import { exportStatement } from "./statement.mjs";

/** Of the rows, so many are scored by a long statement: databases that interpret it take the longest. */
export const SHARE_OF_LONG = { postgresql: 0.02, clickhouse: 0.01 };

/**
 * PostgreSQL: from a table to a table, with parallel workers.
 *
 * @param {string} programs
 * @param {string} directory
 * @param {number} rows
 * @param {readonly string[]} models
 * @returns {Promise<import("./measure-export.mjs").Figure[]>}
 */
export async function measurePostgreSql(programs, directory, rows, models) {
  const files = await writeHouses(directory, rows, 1, "csv");
  const database = await openPostgreSql(programs, directory, files);
  for (const file of files) rmSync(file);
  try {
    const figures = [];
    for (const model of models) {
      const isLong = !model.startsWith("linear");
      const count = isLong ? Math.ceil(rows * SHARE_OF_LONG.postgresql) : rows;
      const { sql } = exportStatement(directory, model, "postgresql", COLUMNS.slice(0, 8));
      if (isLong) {
        await database.run([
          "-c",
          `ALTER TABLE houses RENAME TO all_houses; CREATE UNLOGGED TABLE houses AS SELECT * FROM all_houses LIMIT ${count}; ANALYZE houses`,
        ]);
      }
      const script = join(directory, "score.sql");
      writeFileSync(script, `CREATE UNLOGGED TABLE prices AS ${sql};`);
      const { seconds } = await database.run(["-f", script]);
      await database.run(["-c", "DROP TABLE prices"]);
      figures.push({ engine: "PostgreSQL, parallel workers", model, rows: count, seconds });
    }
    return figures;
  } finally {
    await database.close();
    rmSync(join(directory, "postgresql"), { recursive: true, force: true });
  }
}

/**
 * ClickHouse: a view on each node has the prices, a Distributed table reads both, and its rows go to a table.
 *
 * @param {string} program
 * @param {string} directory
 * @param {number} rows
 * @param {readonly string[]} models
 * @returns {Promise<import("./measure-export.mjs").Figure[]>}
 */
export async function measureClickHouse(program, directory, rows, models) {
  const files = await writeHouses(directory, rows, 2, "csv");
  const { ask, nodes, close } = await openCluster(program, directory, files);
  for (const file of files) rmSync(file);
  const everywhere = (/** @type {string} */ sql) => Promise.all(nodes.map((node) => ask(node, sql)));
  try {
    const figures = [];
    for (const model of models) {
      const { sql } = exportStatement(directory, model, "clickhouse", COLUMNS.slice(0, 8));
      const isLong = !model.startsWith("linear");
      const count = isLong ? Math.ceil(rows * SHARE_OF_LONG.clickhouse) : rows;
      const of = isLong
        ? sql.replaceAll("FROM `houses`", `FROM (SELECT * FROM \`houses\` LIMIT ${count / 2})`)
        : sql;
      for (const table of ["prices_of_node", "prices", "scored"]) {
        await everywhere(`DROP TABLE IF EXISTS ${table}`);
      }
      await everywhere(`CREATE VIEW prices_of_node AS ${of}`);
      await ask(
        0,
        "CREATE TABLE prices AS prices_of_node ENGINE = Distributed(pair, default, prices_of_node)",
      );
      await ask(0, "CREATE TABLE scored ENGINE = MergeTree ORDER BY tuple() AS SELECT * FROM prices LIMIT 0");
      const started = performance.now();
      await ask(0, "INSERT INTO scored SELECT * FROM prices");
      const seconds = (performance.now() - started) / 1000;
      const found = Number(await ask(0, "SELECT count() FROM scored"));
      figures.push({ engine: "ClickHouse, two nodes", model, rows: found, seconds });
    }
    return figures;
  } finally {
    await close();
    for (const node of nodes) rmSync(join(directory, `clickhouse-${node}`), { recursive: true, force: true });
  }
}
