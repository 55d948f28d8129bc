import { spawn } from "node:child_process";
import { cpSync, createReadStream, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { end, freePort, track } from "../processes.mjs";
import { COLUMNS } from "./houses.mjs";
import { started } from "./postgresql.mjs";

const CONFIGURATION = fileURLToPath(new URL("clickhouse", import.meta.url));

/**
 * A cluster of two nodes on this machine, one thread each, with half of the houses on each.
 *
 * @param {string} program
 * @param {string} directory
 * @param {readonly string[]} files - CSV, one a node
 */
export async function openCluster(program, directory, files) {
  const ports = await Promise.all(files.map(async () => ({ http: await freePort(), tcp: await freePort() })));
  const servers = ports.map((own, i) => {
    const home = join(directory, `clickhouse-${i}`);
    cpSync(CONFIGURATION, home, { recursive: true });
    mkdirSync(join(home, "config.d"));
    writeFileSync(join(home, "config.d", "cluster.xml"), clusterOf(own.tcp, ports));
    const env = { ...process.env, HTTP_PORT: String(own.http) };
    return track(spawn(program, ["--config-file=config.xml"], { cwd: home, env, stdio: "ignore" }));
  });
  const ask = async (/** @type {number} */ node, /** @type {any} */ body, query = "") => {
    const parameters = new URLSearchParams({ max_threads: "1", query });
    const url = `http://127.0.0.1:${ports[node].http}/?${parameters}`;
    const response = await fetch(url, { method: "POST", body, duplex: "half" });
    const answer = await response.text();
    if (!response.ok) throw new Error(answer.slice(0, 2_000));
    return answer;
  };
  const columns = COLUMNS.map((name) => `${name} Float64`);
  for (const [node, file] of files.entries()) {
    await started(() => ask(node, "SELECT 1"));
    await ask(node, `CREATE TABLE houses (${columns.join(", ")}) ENGINE = MergeTree ORDER BY tuple()`);
    await ask(node, createReadStream(file), "INSERT INTO houses FORMAT CSVWithNames");
  }
  return {
    /** Runs a statement on one node. */
    ask,
    nodes: files.map((_, node) => node),
    close: () => Promise.all(servers.map(end)),
  };
}

/** What a node of a cluster has besides. @param {number} own - its port @param {readonly { tcp: number }[]} all */
function clusterOf(own, all) {
  const shards = all.map(
    ({ tcp }) => `<shard><replica><host>127.0.0.1</host><port>${tcp}</port></replica></shard>`,
  );
  return `<yandex>
  <tcp_port>${own}</tcp_port>
  <remote_servers><pair>${shards.join("")}</pair></remote_servers>
</yandex>`;
}
