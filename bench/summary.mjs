import { median, medianRatio } from "./statistics.mjs";

/**
 * Everything that was measured; a part that was not asked for is undefined.
 *
 * @typedef {object} Measurements
 * @property {import("./measure-cold-starts.mjs").ColdStart[]} [coldStarts]
 * @property {import("./measure-single.mjs").SingleSeries[]} [single]
 * @property {import("./measure-batches.mjs").BatchSize[]} [batches]
 * @property {import("./measure-batches.mjs").BatchSize[]} [models]
 * @property {Awaited<ReturnType<typeof import("./measure-workers.mjs").measureWorkers>>} [workers]
 */

/**
 * Median over the rounds of one figure.
 *
 * @param {import("./bench.mjs").Series | undefined} series
 * @param {"requestsPerSecond" | "rowsPerSecond" | "p50" | "p99" | "cpuPerRequest"} key
 */
export function medianOf(series, key) {
  return series && median(series.runs.map((run) => run[key]));
}

/**
 * How many times the throughput of `peer` ours has.
 *
 * @param {import("./bench.mjs").Series | undefined} ours
 * @param {import("./bench.mjs").Series | undefined} peer
 */
export function throughputRatio(ours, peer) {
  const rows = (/** @type {import("./bench.mjs").Series} */ { runs }) => runs.map((run) => run.rowsPerSecond);
  return ours && peer && medianRatio(rows(ours), rows(peer));
}

/** @template {{ id: string }} T @param {readonly T[] | undefined} list @param {string} id */
export const byId = (list, id) => list?.find((item) => item.id === id);

/**
 * @param {readonly import("./measure-batches.mjs").BatchSize[] | undefined} batches
 * @param {number} size
 * @param {string} id
 */
export const batchOf = (batches, size, id) => byId(batches?.find((batch) => batch.size === size)?.series, id);

/**
 * What this server is to reach, and what it reached.
 *
 * @param {Measurements} measurements
 * @returns {{ goal: string, atLeast: number, reached: number | undefined }[]} ratios: more is better
 */
export function goals({ coldStarts, single, batches, workers }) {
  const ours = byId(single, "ours");
  const ourBatch = batchOf(batches, 1_000, "ours");
  const mercurius = byId(single, "mercurius");
  const fastapi = byId(single, "fastapi");
  const one = ourBatch && fastapi && medianOf(ourBatch, "rowsPerSecond") / medianOf(fastapi, "rowsPerSecond");
  const start = (/** @type {string} */ id) => {
    const found = byId(coldStarts, id);
    return found && median(found.startMs);
  };
  const quotient = (/** @type {number | undefined} */ a, /** @type {number | undefined} */ b) =>
    a === undefined || b === undefined ? undefined : a / b;
  return [
    {
      goal: "Single predictions: FastAPI + scikit-learn's",
      atLeast: 2.5,
      reached: throughputRatio(ours, fastapi),
    },
    {
      goal: "Single predictions: Mercurius with JIT's",
      atLeast: 1,
      reached: throughputRatio(ours, mercurius),
    },
    {
      goal: "Single predictions: bare node:http's",
      atLeast: 0.5,
      reached: throughputRatio(ours, byId(single, "bare")),
    },
    {
      goal: "p99 of single predictions: Mercurius's over ours",
      atLeast: 1,
      reached: quotient(medianOf(mercurius, "p99"), medianOf(ours, "p99")),
    },
    { goal: "Rows/s in batches of 1,000: FastAPI's one by one", atLeast: 100, reached: one },
    {
      goal: "Rows/s in batches of 1,000: FastAPI's, one NumPy call",
      atLeast: 1,
      reached: throughputRatio(ourBatch, batchOf(batches, 1_000, "fastapi")),
    },
    {
      goal: "WORKERS=2: WORKERS=1's",
      atLeast: 1.7,
      reached: throughputRatio(workers?.series[1], workers?.series[0]),
    },
    {
      goal: "Cold start: FastAPI's over ours",
      atLeast: 2,
      reached: quotient(start("fastapi"), start("ours")),
    },
    {
      goal: "Memory under load: FastAPI's over ours",
      atLeast: 1,
      reached: quotient(fastapi?.residentBytes, ours?.residentBytes),
    },
  ];
}
