import { spawn } from "node:child_process";
import { createReadStream, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { end, freePort, track } from "../processes.mjs";
import { COLUMNS } from "./houses.mjs";
import { started } from "./postgresql.mjs";

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
    mkdirSync(home);
    writeFileSync(join(home, "config.xml"), configuration(home, own, ports));
    writeFileSync(join(home, "users.xml"), USERS);
    return track(
      spawn(program, [`--config-file=${join(home, "config.xml")}`], { cwd: home, stdio: "ignore" }),
    );
  });
  const ask = async (/** @type {number} */ node, /** @type {any} */ body, query = "") => {
    const url = `http://127.0.0.1:${ports[node].http}/?query=${encodeURIComponent(query)}`;
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

/** @param {string} home @param {{ http: number, tcp: number }} own @param {readonly { tcp: number }[]} all */
function configuration(home, own, all) {
  const shards = all.map(
    ({ tcp }) => `<shard><replica><host>127.0.0.1</host><port>${tcp}</port></replica></shard>`,
  );
  return `<yandex>
  <logger><level>warning</level><log>${home}/log</log><errorlog>${home}/errors</errorlog></logger>
  <http_port>${own.http}</http_port>
  <tcp_port>${own.tcp}</tcp_port>
  <!-- A connection that waited for the next question could be closed just as it comes. -->
  <keep_alive_timeout>0</keep_alive_timeout>
  <listen_host>127.0.0.1</listen_host>
  <path>${home}/data/</path>
  <tmp_path>${home}/tmp/</tmp_path>
  <users_config>users.xml</users_config>
  <default_profile>default</default_profile>
  <default_database>default</default_database>
  <mark_cache_size>67108864</mark_cache_size>
  <remote_servers><pair>${shards.join("")}</pair></remote_servers>
</yandex>`;
}

/** The limits are those that docs/SCALE.md names for models of many nodes. */
const USERS = `<yandex>
  <profiles><default>
    <max_query_size>100000000</max_query_size>
    <max_ast_elements>1000000</max_ast_elements>
    <max_expanded_ast_elements>1000000</max_expanded_ast_elements>
    <max_threads>1</max_threads>
  </default></profiles>
  <users><default>
    <password></password>
    <networks><ip>127.0.0.1</ip></networks>
    <profile>default</profile>
    <quota>default</quota>
  </default></users>
  <quotas><default></default></quotas>
</yandex>`;
