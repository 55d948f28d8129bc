import { execFileSync, spawn } from "node:child_process";
import { chownSync, mkdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { end, track } from "../processes.mjs";
import { COLUMNS } from "./houses.mjs";
import { runTimed } from "./run-timed.mjs";

/** PostgreSQL refuses to run as root. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/**
 * A server of its own with the table `houses`, on a socket in `directory`.
 *
 * @param {string} programs
 * @param {string} directory
 * @param {readonly string[]} files - CSV
 */
export async function openPostgreSql(programs, directory, files) {
  const home = join(directory, "postgresql");
  mkdirSync(home);
  if (NOBODY.uid) chownSync(home, NOBODY.uid, NOBODY.gid);
  const data = join(home, "data");
  const options = ["--auth=trust", "--username=bench", "--encoding=UTF8", "--no-locale", "--no-sync"];
  execFileSync(join(programs, "initdb"), [...options, "-D", data], { ...NOBODY, stdio: "ignore" });
  const cores = availableParallelism();
  const settings = [
    ...["listen_addresses=", `unix_socket_directories=${home}`, "fsync=off", "shared_buffers=512MB"],
    // The process that answers takes part: with it there are as many as cores.
    ...[`max_parallel_workers_per_gather=${Math.max(1, cores - 1)}`, "max_wal_size=4GB"],
  ];
  const server = track(
    spawn(join(programs, "postgres"), ["-D", data, ...settings.flatMap((setting) => ["-c", setting])], {
      ...NOBODY,
      stdio: "ignore",
    }),
  );
  const client = [join(programs, "psql"), "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "-h", home];
  const command = (/** @type {readonly string[]} */ args) => [...client, "-U", "bench", "postgres", ...args];
  const run = (/** @type {readonly string[]} */ args) => runTimed(command(args));
  await started(() => run(["-c", "SELECT 1"]));
  const columns = COLUMNS.map((name) => `"${name}" double precision`);
  await run(["-c", `CREATE UNLOGGED TABLE houses (${columns.join(", ")})`]);
  for (const file of files) await run(["-c", `\\copy houses FROM '${file}' (FORMAT csv, HEADER)`]);
  await run(["-c", "ANALYZE houses"]);
  return { run, close: () => end(server) };
}

/** Waits until a server answers. @param {() => Promise<unknown>} ask */
export async function started(ask) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      if (attempt === 100) throw error;
      await sleep(300);
    }
  }
}
