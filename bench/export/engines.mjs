import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** The folder that has the packages of engines; the tests of exported models use them as well. */
export const ENGINES = join(import.meta.dirname, "../../test/engines");

/** Loads one of the packages. */
export const requireEngine = createRequire(join(ENGINES, "package.json"));

/** Debian's servers; undefined where one is not installed. */
export const CLICKHOUSE = existsSync("/usr/sbin/clickhouse-server")
  ? "/usr/sbin/clickhouse-server"
  : undefined;

/** The folder of the newest PostgreSQL. */
export const POSTGRESQL = findPostgreSql("/usr/lib/postgresql");

/** @param {string} versions */
function findPostgreSql(versions) {
  if (!existsSync(versions)) return undefined;
  const newest = readdirSync(versions).sort((a, b) => Number(b) - Number(a))[0];
  return newest === undefined ? undefined : join(versions, newest, "bin");
}
