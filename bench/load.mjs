import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LOAD_CORE } from "./cores.mjs";
import { memory, processorSeconds, start } from "./processes.mjs";

const HERE = import.meta.dirname;
const MEMORY_SAMPLE_MS = 200;

/** wrk is far cheaper than a generator in JavaScript, so that one core is enough for it. */
export const GENERATOR = spawnSync("wrk", ["--version"]).error ? "autocannon" : "wrk";

/**
 * What one run of load measured. A failure is a broken connection, a time-out, or a status other than 2xx.
 *
 * @typedef {object} Measured
 * @property {number} requestsPerSecond
 * @property {number} rowsPerSecond
 * @property {number} p50 - milliseconds
 * @property {number} p99 - milliseconds
 * @property {number} failures
 * @property {number} cpuPerRequest - microseconds of processor time that the server used, whatever ran beside it
 * @property {number} coreShare - part of the time that the server had a core: 1 where it was saturated and alone
 * @property {number} generatorShare - the same of the load generator
 * @property {number} residentBytes - most memory seen while under load
 */

/**
 * A file of bodies, one a line, for the load generator.
 *
 * @param {string} workDirectory
 * @param {import("./requests.mjs").Requests} requests
 */
export function writeBodies(workDirectory, { bodies }) {
  const file = join(mkdtempSync(join(workDirectory, "bodies-")), "bodies.jsonl");
  writeFileSync(file, bodies.map((body) => `${body}\n`).join(""));
  return file;
}

/**
 * Loads a server for a while.
 *
 * @param {import("./server.mjs").Server} server
 * @param {import("./requests.mjs").Requests} requests
 * @param {{ file: string, connections: number, seconds: number, core?: string }} load
 * @returns {Promise<Measured>}
 */
export async function load(server, requests, { file, connections, seconds, core = LOAD_CORE }) {
  const report = `${file}.report.json`;
  const url = server.url + requests.path;
  const begin = performance.now();
  const before = processorSeconds(server.pid);
  const { child, complaint } = start(core, command({ url, file, report, connections, seconds }));
  const exit = once(child, "exit");
  let residentBytes = 0;
  let generatorShare = 0;
  const sampling = setInterval(() => {
    generatorShare = (processorSeconds(child.pid) * 1e3) / (performance.now() - begin);
    residentBytes = Math.max(residentBytes, memory(server.pid).resident);
  }, MEMORY_SAMPLE_MS);
  const [status] = await exit;
  const end = performance.now();
  clearInterval(sampling);
  if (status !== 0) throw new Error(`${GENERATOR} ended with status ${status}.\n${complaint()}`);
  const used = processorSeconds(server.pid) - before;
  const measured = JSON.parse(readFileSync(report, "utf8"));
  return {
    ...measured,
    rowsPerSecond: measured.requestsPerSecond * requests.rows,
    coreShare: (used * 1e3) / (end - begin),
    cpuPerRequest: (used / measured.requests) * 1e6,
    generatorShare,
    residentBytes,
  };
}

/** @param {{ url: string, file: string, report: string, connections: number, seconds: number }} run */
function command({ url, file, report, connections, seconds }) {
  if (GENERATOR === "autocannon") {
    const program = join(HERE, "autocannon-run.mjs");
    return [process.execPath, program, url, file, report, String(connections), String(seconds)];
  }
  // wrk only takes whole seconds.
  const duration = String(Math.max(1, Math.round(seconds)));
  const options = ["--threads", "1", "--connections", String(connections), "--duration", duration];
  return ["wrk", ...options, "--timeout", "30", "--script", join(HERE, "wrk.lua"), url, "--", file, report];
}
