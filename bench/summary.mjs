import { median, medianRatio } from "./statistics.mjs";

/**
 * Everything that was measured; a part that was not asked for is undefined.
 *
 * @typedef {object} Measurements
 * @property {import("./measure-cold-starts.mjs").ColdStart[]} [coldStarts]
 * @property {import("./measure-single.mjs").SingleSeries[]} [single]
 * @property {import("./measure-batches.mjs").BatchSize[]} [batches]
 * @property {import("./measure-batches.mjs").BatchSize[]} [models]
 * @property {readonly import("./measure-workers.mjs").WorkerSeries[]} [workers]
 */

/**
 * Median over the rounds of one figure.
 *
 * @param {import("./bench.mjs").Series | undefined} series
 * @param {"requestsPerSecond" | "rowsPerSecond" | "p50" | "p99" | "cpuPerRequest" | "coreShare" | "generatorShare"} key
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

/**
 * How many times the processor time of ours `peer` takes for one request: what {@link throughputRatio} is when nothing
 * else runs on the machine.
 *
 * @param {import("./bench.mjs").Series | undefined} ours
 * @param {import("./bench.mjs").Series | undefined} peer
 */
export function processorRatio(ours, peer) {
  const cpu = (/** @type {import("./bench.mjs").Series} */ { runs }) => runs.map((run) => run.cpuPerRequest);
  return ours && peer && medianRatio(cpu(peer), cpu(ours));
}

/**
 * How many times the throughput of one worker several have, if each has a core of its own.
 *
 * @param {import("./bench.mjs").Series} one
 * @param {import("./bench.mjs").Series} several
 * @param {number} count
 */
export function workersByProcessor(one, several, count) {
  const share = processorRatio(several, one);
  return share === undefined ? undefined : count * share;
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
 * @typedef {object} Goal
 * @property {string} goal
 * @property {number} atLeast - a ratio: more is better
 * @property {number | undefined} reached - as measured by the clock
 * @property {number | undefined} [byProcessor] - the same by processor time, where that makes sense
 */

/** @param {Measurements} measurements @returns {Goal[]} */
export function goals({ coldStarts, single, batches, models, workers }) {
  const ourLargest = batchOf(batches, 10_000, "ours");
  const perRequest = processorRatio(ourLargest, batchOf(batches, 1_000, "ours"));
  const ours = byId(single, "ours");
  const ourBatch = batchOf(batches, 1_000, "ours");
  const mercurius = byId(single, "mercurius");
  const fastapi = byId(single, "fastapi");
  const fastapiBatch = batchOf(batches, 1_000, "fastapi");
  const [ourStart, fastapiStart] = ["ours", "fastapi"].map((id) => byId(coldStarts, id));
  const singleGoal = (
    /** @type {string} */ label,
    /** @type {number} */ atLeast,
    /** @type {string} */ id,
  ) => ({
    goal: `Single predictions: ${label}`,
    atLeast,
    reached: throughputRatio(ours, byId(single, id)),
    byProcessor: processorRatio(ours, byId(single, id)),
  });
  return [
    singleGoal("FastAPI + scikit-learn's", 2.5, "fastapi"),
    singleGoal("Mercurius with JIT's", 1.15, "mercurius"),
    singleGoal("bare node:http's", 0.75, "bare"),
    {
      goal: "p99 of single predictions: Mercurius's over ours",
      atLeast: 1,
      reached: quotient(medianOf(mercurius, "p99"), medianOf(ours, "p99")),
    },
    {
      goal: "Rows/s in batches of 1,000: FastAPI's one by one",
      atLeast: 100,
      reached: quotient(medianOf(ourBatch, "rowsPerSecond"), medianOf(fastapi, "rowsPerSecond")),
      byProcessor: quotient(
        medianOf(fastapi, "cpuPerRequest"),
        quotient(medianOf(ourBatch, "cpuPerRequest"), 1_000),
      ),
    },
    {
      goal: "Rows/s in batches of 1,000: FastAPI's, one NumPy call",
      atLeast: 1,
      reached: throughputRatio(ourBatch, fastapiBatch),
      byProcessor: processorRatio(ourBatch, fastapiBatch),
    },
    ...boostingGoals(models),
    {
      goal: "Rows/s in batches of 10,000: those of 1,000",
      atLeast: 0.9,
      reached: throughputRatio(ourLargest, ourBatch),
      // Ten times the rows in one request.
      byProcessor: perRequest && 10 * perRequest,
    },
    ...workerGoals(workers),
    {
      goal: "Cold start: FastAPI's over ours",
      atLeast: 2,
      reached: quotient(fastapiStart && median(fastapiStart.startMs), ourStart && median(ourStart.startMs)),
      byProcessor: quotient(fastapiStart?.cpuMs, ourStart?.cpuMs),
    },
    {
      goal: "Memory under load: FastAPI's over ours",
      atLeast: 1,
      reached: quotient(fastapi?.residentBytes, ours?.residentBytes),
    },
  ];
}

/** Spatial against scikit-learn's gradient boosting, both with all features. @param {Measurements["models"]} models */
function boostingGoals(models) {
  const goal = (/** @type {string} */ what, /** @type {number} */ size, /** @type {number} */ atLeast) => {
    const [ours, theirs] = ["spatial", "boosting"].map((id) => batchOf(models, size, id));
    return {
      goal: `spatial, ${what}: FastAPI + HistGradientBoosting's`,
      atLeast,
      reached: throughputRatio(ours, theirs),
      byProcessor: processorRatio(ours, theirs),
    };
  };
  return [goal("one row a request", 1, 20), goal("batches of 1,000", 1_000, 3)];
}

/** By processor time, a worker's core is its own: the load generator takes none of it. @param {Measurements["workers"]} [workers] */
function workerGoals(workers = []) {
  return workers.map(({ model, series: [one, two] }) => ({
    goal: `WORKERS=2, ${model}: WORKERS=1's, where the load generator leaves them room`,
    atLeast: 1.8,
    reached: throughputRatio(two, one),
    byProcessor: workersByProcessor(one, two, 2),
  }));
}

/** @param {number | undefined} a @param {number | undefined} b */
const quotient = (a, b) => (a === undefined || b === undefined ? undefined : a / b);
