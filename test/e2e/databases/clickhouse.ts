import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { clickhouse as dialect } from "../../../export/sql/dialects/clickhouse";
import type { ColumnKind } from "../../../model/table/table-column";
import { freePort } from "../../support/free-port";
import type { SqlValue } from "../../support/sql-values";
import { temporaryDirectory } from "../../support/temporary-directory";
import { eventually } from "../../support/waiting";
import type { Database } from "./database";
import { endServer } from "./server-process";

/** Debian's server: its folder is not in everyone's PATH. */
const PROGRAM = "/usr/sbin/clickhouse-server";

export function hasClickHouse(): boolean {
  return existsSync(PROGRAM);
}

/** A server of ClickHouse of its own, on a port of this machine, with its data in a temporary folder. */
export async function openClickHouse(): Promise<Database> {
  const home = await temporaryDirectory();
  const port = await freePort();
  await writeFile(join(home, "config.xml"), configuration(home, port));
  await writeFile(join(home, "users.xml"), USERS);
  const server = spawn(PROGRAM, [`--config-file=${join(home, "config.xml")}`], {
    cwd: home,
    stdio: "ignore",
  });
  const run = async (body: string) => {
    const response = await fetch(`http://127.0.0.1:${port}/`, { method: "POST", body });
    const answer = await response.text();
    if (!response.ok) throw new Error(answer.slice(0, 2000));
    return answer;
  };
  await eventually(() => run("SELECT 1").catch(() => undefined));
  return {
    dialect,
    async fill({ name, columns, rows }) {
      const table = dialect.identifier(name);
      const declared = columns.map((column) => `${dialect.identifier(column.name)} ${typeOf(column.kind)}`);
      await run(`DROP TABLE IF EXISTS ${table}`);
      await run(`CREATE TABLE ${table} (${declared.join(", ")}) ENGINE = Memory`);
      const lines = rows.map((row) => `${row.map(tabSeparated).join("\t")}\n`);
      await run(`INSERT INTO ${table} FORMAT TabSeparated\n${lines.join("")}`);
    },
    async query(sql) {
      const lines = (await run(`${sql} FORMAT TabSeparated`)).split("\n").slice(0, -1);
      return lines.map((line) => line.split("\t").map((cell) => (cell === "\\N" ? null : Number(cell))));
    },
    close: () => endServer(server, "SIGTERM"),
  };
}

function typeOf(kind: ColumnKind): string {
  if (kind === "category") return "Nullable(String)";
  if (kind === "boolean") return "Nullable(UInt8)";
  return kind === "date" ? "Nullable(Date)" : "Nullable(Float64)";
}

function tabSeparated(value: SqlValue): string {
  if (value === null) return "\\N";
  if (typeof value === "boolean") return value ? "1" : "0";
  return String(value).replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n");
}

function configuration(home: string, port: number): string {
  return `<yandex>
  <logger><level>warning</level><log>${home}/log</log><errorlog>${home}/errors</errorlog></logger>
  <http_port>${port}</http_port>
  <!-- A connection that waited for the next question could be closed just as it comes. -->
  <keep_alive_timeout>0</keep_alive_timeout>
  <listen_host>127.0.0.1</listen_host>
  <path>${home}/data/</path>
  <tmp_path>${home}/tmp/</tmp_path>
  <users_config>users.xml</users_config>
  <default_profile>default</default_profile>
  <default_database>default</default_database>
  <mark_cache_size>67108864</mark_cache_size>
</yandex>`;
}

/** The limits are those that docs/SCALE.md names for models of many nodes. */
const USERS = `<yandex>
  <profiles><default>
    <max_query_size>100000000</max_query_size>
    <max_ast_elements>1000000</max_ast_elements>
    <max_expanded_ast_elements>1000000</max_expanded_ast_elements>
  </default></profiles>
  <users><default>
    <password></password>
    <networks><ip>127.0.0.1</ip></networks>
    <profile>default</profile>
    <quota>default</quota>
  </default></users>
  <quotas><default></default></quotas>
</yandex>`;
