import { progress } from "./bench.mjs";
import { load, writeBodies } from "./load.mjs";
import { batches, graphqlBatch } from "./requests.mjs";
import { checkAnswers, startServer } from "./server.mjs";
import { OURS } from "./servers.mjs";
import { medianOf } from "./summary.mjs";

/** @typedef {{ size: number, series: import("./bench.mjs").Series[] }} BatchSize */

/** The models that are compared with each other. */
const MODELS = ["linear", "spatial"];

/**
 * One thing to measure at every batch size.
 *
 * @typedef {object} Candidate
 * @property {string} id
 * @property {string} label
 * @property {import("./server.mjs").Server} server
 * @property {(size: number) => import("./requests.mjs").Requests} requests
 * @property {((size: number) => number[][]) | undefined} expected - where it is known
 */

/**
 * Batches of every size, by every server that takes them.
 *
 * @param {import("./bench.mjs").Bench} bench
 * @returns {Promise<BatchSize[]>}
 */
export async function measureBatches(bench) {
  const { rows, expected } = bench;
  /** @type {Candidate[]} */
  const candidates = [];
  for (const kind of bench.servers) {
    const { batch, id, label } = kind;
    if (!batch) continue;
    const server = await startServer(kind, kind.single(rows), [expected(rows[0])]);
    const predictions = (/** @type {number} */ size) => batches(rows, size).map((each) => each.map(expected));
    candidates.push({ id, label, server, requests: (size) => batch(rows, size), expected: predictions });
  }
  const measured = await measureSizes(bench, candidates);
  for (const { server } of candidates) await server.stop();
  return measured;
}

/**
 * Batches of every size, by ours, with one model and the other, and by scikit-learn's gradient boosting, each given all eight features.
 *
 * @param {import("./bench.mjs").Bench} bench
 * @returns {Promise<BatchSize[]>}
 */
export async function measureModels(bench) {
  const { rows, expected, boosting } = bench;
  const server = await startServer(OURS, OURS.single(rows), [expected(rows[0])]);
  /** @type {Candidate[]} */
  const candidates = MODELS.map((name) => ({
    id: name,
    label: name,
    server,
    requests: (/** @type {number} */ size) => graphqlBatch(rows, size, { name }),
    expected: undefined,
  }));
  if (boosting?.batch) {
    const { id, label, batch } = boosting;
    const server = await startServer(boosting, batch(rows, 1), undefined);
    candidates.push({ id, label, server, requests: (size) => batch(rows, size), expected: undefined });
  }
  const measured = await measureSizes(bench, candidates);
  for (const started of new Set(candidates.map((candidate) => candidate.server))) await started.stop();
  return measured;
}

/**
 * Every size in each round, so that sizes can be compared as well.
 *
 * @param {import("./bench.mjs").Bench} bench
 * @param {readonly Candidate[]} candidates
 * @returns {Promise<BatchSize[]>}
 */
async function measureSizes(bench, candidates) {
  const { options, notes } = bench;
  const sizes = [];
  let able = candidates;
  for (const size of options.batchSizes) {
    const runners = await prepare(bench, able, size);
    able = runners.map(({ candidate }) => candidate);
    sizes.push({ size, runners });
  }
  for (let round = 0; round < options.batchRounds; round++) {
    for (const { size, runners } of sizes) {
      for (const { run, series } of runners) {
        progress(`batches of ${size} ${round + 1}/${options.batchRounds}: ${series.label}`);
        series.runs.push(await run());
      }
    }
  }
  return sizes.map(({ size, runners }) => {
    const series = runners.map((runner) => runner.series);
    // Where most runs brought no answer at all, something else had the network: that is no figure of the server's.
    const disturbed = series.filter((each) => medianOf(each, "requests") === 0);
    for (const { label } of disturbed) {
      notes.push(`Batches of ${size} by ${label} are left out: no answer came in most of its runs.`);
    }
    return { size, series: series.filter((each) => !disturbed.includes(each)) };
  });
}

/**
 * Checks and warms up the candidates that can answer batches of this size.
 *
 * @param {import("./bench.mjs").Bench} bench
 * @param {readonly Candidate[]} candidates
 * @param {number} size
 */
async function prepare({ options, notes, workDirectory }, candidates, size) {
  const runners = [];
  for (const candidate of candidates) {
    const { id, label, server, expected } = candidate;
    const requests = candidate.requests(size);
    try {
      await checkAnswers(server, requests, expected?.(size));
    } catch (error) {
      notes.push(`Batches of ${size} and more by ${label} are left out: ${error.message.split("\n")[0]}`);
      continue;
    }
    const settings = { file: writeBodies(workDirectory, requests), connections: options.batchConnections };
    const run = () => load(server, requests, { ...settings, seconds: options.batchSeconds });
    await run();
    const series = { id, label, runs: /** @type {import("./load.mjs").Measured[]} */ ([]) };
    runners.push({ candidate, run, series });
  }
  return runners;
}
