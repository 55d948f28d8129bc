import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { cp } from "node:fs/promises";
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

/** The benchmark has the same. */
const CONFIGURATION = "bench/export/clickhouse";

export function hasClickHouse(): boolean {
  return existsSync(PROGRAM);
}

/** A server of ClickHouse of its own, on a port of this machine, with its data in a temporary folder. */
export async function openClickHouse(): Promise<Database> {
  const home = await temporaryDirectory();
  const port = await freePort();
  await cp(CONFIGURATION, home, { recursive: true });
  const server = spawn(PROGRAM, ["--config-file=config.xml"], {
    cwd: home,
    env: { ...process.env, HTTP_PORT: String(port) },
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
