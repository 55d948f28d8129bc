import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { median } from "./statistics.mjs";
import { batchOf, byId, medianOf, processorRatio, throughputRatio } from "./summary.mjs";

/**
 * What is kept of a run on one machine, to be compared with other machines.
 *
 * @typedef {object} Run
 * @property {string} machine - processor, kernel and Node.js: a run replaces the earlier one of the same machine
 * @property {string} date
 * @property {Record<string, ServerFigures>} servers - by id
 */

/**
 * One server's figures. Ratios say how many times as good ours is.
 *
 * @typedef {object} ServerFigures
 * @property {string} label
 * @property {number} [cpuMicros] - processor time of a single prediction
 * @property {number} [byCpu] - ratio of it
 * @property {number} [byRate] - ratio of single predictions per second
 * @property {number} [batch] - ratio of rows per second, in batches of 1,000
 * @property {number} [start] - ratio of the time from process start to the first prediction
 * @property {number} [megabytes] - resident memory under single predictions
 */

const FILE = "runs.json";

/** @param {string} directory @returns {Run[]} */
export function readRuns(directory) {
  const file = join(directory, FILE);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
}

/** @param {string} directory @param {readonly Run[]} runs */
export function writeRuns(directory, runs) {
  writeFileSync(join(directory, FILE), `${JSON.stringify(runs, null, 2)}\n`);
}

/**
 * The runs with one more, which replaces that of the same machine.
 *
 * @param {readonly Run[]} runs
 * @param {Run} run
 */
export const withRun = (runs, run) => [...runs.filter(({ machine }) => machine !== run.machine), run];

/**
 * @param {string} machine
 * @param {string} date
 * @param {readonly import("./servers.mjs").ServerKind[]} kinds
 * @param {import("./summary.mjs").Measurements} measurements
 * @returns {Run}
 */
export function runOf(machine, date, kinds, { single, batches, coldStarts }) {
  const ours = byId(single, "ours");
  const ourBatch = batchOf(batches, 1_000, "ours");
  const ourStart = byId(coldStarts, "ours");
  const servers = kinds.map(({ id, label }) => {
    const own = byId(single, id);
    const start = byId(coldStarts, id);
    const figures = {
      label,
      cpuMicros: rounded(medianOf(own, "cpuPerRequest")),
      byCpu: rounded(processorRatio(ours, own)),
      byRate: rounded(throughputRatio(ours, own)),
      batch: rounded(throughputRatio(ourBatch, batchOf(batches, 1_000, id))),
      start: rounded(start && ourStart && median(start.startMs) / median(ourStart.startMs)),
      megabytes: rounded(own && own.residentBytes / 1024 ** 2),
    };
    return [id, figures];
  });
  return { machine, date, servers: Object.fromEntries(servers) };
}

/** Three digits: more would be noise. @param {number | undefined} value */
const rounded = (value) => (value === undefined ? undefined : Number(value.toPrecision(3)));
