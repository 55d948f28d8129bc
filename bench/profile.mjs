/** `node bench/profile.mjs [DIR]`: where this server's processor time goes under single predictions. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { progress } from "./bench.mjs";
import { leaveServerCore } from "./cores.mjs";
import { load, writeBodies } from "./load.mjs";
import { endAll, endAllOnSignal } from "./processes.mjs";
import { drawRows, expectedPrediction } from "./rows.mjs";
import { startServer } from "./server.mjs";
import { OURS } from "./servers.mjs";
import { figure, table } from "./table.mjs";

const SECONDS = 8;
const CONNECTIONS = 16;
const SHOWN = 25;

leaveServerCore();
endAllOnSignal();
const [directory = "coverage/profile"] = process.argv.slice(2);
const workDirectory = mkdtempSync(join(tmpdir(), "house-price-profile-"));
process.once("exit", () => rmSync(workDirectory, { recursive: true, force: true }));

try {
  await recordProfile();
  const newest = readdirSync(directory)
    .filter((file) => file.endsWith(".cpuprofile"))
    .sort()
    .at(-1);
  if (!newest) throw new Error(`The server left no profile in ${directory}.`);
  summarise(join(directory, newest));
} finally {
  await endAll();
}

/** Loads the server for a while; as it ends, V8 writes the profile. */
async function recordProfile() {
  mkdirSync(directory, { recursive: true });
  // The compiled files, not the bundle, so that the packages can be told apart.
  const main = join(import.meta.dirname, "../dist/src/main.js");
  const options = ["--cpu-prof", "--cpu-prof-interval", "500", "--cpu-prof-dir", directory];
  const rows = drawRows();
  const requests = OURS.single(rows);
  const kind = { ...OURS, command: () => [process.execPath, ...options, main] };
  const server = await startServer(kind, requests, [expectedPrediction()(rows[0])]);
  const file = writeBodies(workDirectory, requests);
  const { requestsPerSecond } = await load(server, requests, {
    file,
    connections: CONNECTIONS,
    seconds: SECONDS,
  });
  progress(`${figure(requestsPerSecond)} requests per second while profiled`);
  await server.stop();
}

/**
 * Prints the share of each package and of each function in the busy time, by self time. What V8 does itself counts as
 * its caller's, and the start of the server is left out.
 *
 * @param {string} file
 */
function summarise(file) {
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(file, "utf8"));
  const { frames, owners } = readNodes(nodes);
  /** @type {Map<string, number>} */
  const packages = new Map();
  /** @type {Map<string, number>} */
  const functions = new Map();
  let busy = 0;
  let left = timeDeltas.reduce((sum, delta) => sum + delta, 0);
  for (const [i, sample] of samples.entries()) {
    left -= timeDeltas[i];
    const { functionName, url, lineNumber } = frames.get(sample);
    if (functionName === "(idle)" || left > SECONDS * 1e6) continue;
    busy += timeDeltas[i];
    add(packages, owners.get(sample), timeDeltas[i]);
    add(functions, `${functionName || "(anonymous)"} ${shorten(url)}:${lineNumber + 1}`, timeDeltas[i]);
  }
  printShares("Package", packages, busy);
  printShares("Function", functions, busy);
  console.log(`The whole profile, for Chrome DevTools or speedscope: ${file}`);
}

/**
 * A node of the profile's tree of calls.
 *
 * @typedef {object} ProfileNode
 * @property {number} id
 * @property {{ functionName: string, url: string, lineNumber: number }} callFrame
 * @property {number[]} [children]
 */

/** Each node's function, and the package that it belongs to. @param {readonly ProfileNode[]} nodes */
function readNodes(nodes) {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const owner = (/** @type {number | undefined} */ id) => {
    const { functionName, url } = frames.get(id);
    if (url !== "") return packageOf(url);
    const isBuiltIn = !functionName.startsWith("(") && parents.has(id);
    return isBuiltIn ? owner(parents.get(id)) : functionName;
  };
  return { frames, owners: new Map(nodes.map(({ id }) => [id, owner(id)])) };
}

/** @param {string} title @param {Map<string, number>} shares @param {number} busy */
function printShares(title, shares, busy) {
  const largest = [...shares].sort(([, a], [, b]) => b - a).slice(0, SHOWN);
  const rows = largest.map(([name, time]) => [name, figure((100 * time) / busy, 1)]);
  console.log(`${table([title, "% of busy time"], rows)}\n`);
}

/** @param {Map<string, number>} shares @param {string} name @param {number} time */
function add(shares, name, time) {
  shares.set(name, (shares.get(name) ?? 0) + time);
}

/** @param {string} url */
function packageOf(url) {
  if (url.startsWith("node:")) return `Node.js ${url.split("/")[0]}`;
  const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url) ?? [];
  return name ?? /\/(\.dist\/[^/]+\/[^/]+)\//.exec(url)?.[1] ?? url;
}

/** @param {string} url */
function shorten(url) {
  return url.replace(/^file:\/\/.*?\/(?=node_modules|\.dist)/, "");
}
