import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { postgresql as dialect } from "../../../export/sql/dialects/postgresql";
import type { SqlValue } from "../../support/sql-values";
import { temporaryDirectory } from "../../support/temporary-directory";
import { eventually } from "../../support/waiting";
import type { Database } from "./database";
import { endServer, handOver, runProgram, UNPRIVILEGED } from "./server-process";
import { createTable, standardType } from "./standard-sql";

/** Where Debian has the programs of each version. */
const VERSIONS = "/usr/lib/postgresql";

/** The folder of the newest version's programs; undefined where PostgreSQL is not installed. */
export function findPostgreSql(): string | undefined {
  if (!existsSync(VERSIONS)) return undefined;
  const versions = readdirSync(VERSIONS).sort((a, b) => Number(b) - Number(a));
  return versions
    .map((version) => join(VERSIONS, version, "bin"))
    .find((folder) => existsSync(join(folder, "postgres")));
}

/** A server of PostgreSQL of its own, on a socket in a temporary folder. */
export async function openPostgreSql(programs: string): Promise<Database> {
  const home = await temporaryDirectory();
  await handOver(home);
  const data = join(home, "data");
  const program = (name: string) => join(programs, name);
  const initialise = ["--auth=trust", "--username=tests", "--encoding=UTF8", "--no-locale", "--no-sync"];
  await runProgram(program("initdb"), [...initialise, "-D", data], UNPRIVILEGED);
  const settings = ["listen_addresses=", `unix_socket_directories=${home}`, "fsync=off"];
  const server = spawn(program("postgres"), ["-D", data, ...settings.flatMap((setting) => ["-c", setting])], {
    ...UNPRIVILEGED,
    stdio: "ignore",
  });
  const client = ["--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "-h", home, "-U", "tests", "postgres"];
  const run = (input: string) => runProgram(program("psql"), client, { input });
  await eventually(() => run("SELECT 1").catch(() => undefined));
  return {
    dialect,
    async fill(table) {
      const lines = table.rows.map((row) => `${row.map(copied).join("\t")}\n`);
      await run(
        `${createTable(table, dialect.identifier, standardType)};
COPY ${dialect.identifier(table.name)} FROM STDIN;
${lines.join("")}\\.
`,
      );
    },
    async query(sql) {
      const lines = (await run(`COPY (${sql}) TO STDOUT;\n`)).split("\n").slice(0, -1);
      return lines.map((line) => line.split("\t").map((cell) => (cell === "\\N" ? null : Number(cell))));
    },
    // Without waiting for clients.
    close: () => endServer(server, "SIGINT"),
  };
}

/** A value as COPY reads it. */
function copied(value: SqlValue): string {
  if (value === null) return "\\N";
  return String(value).replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n");
}
