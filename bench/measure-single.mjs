import { progress } from "./bench.mjs";
import { load, writeBodies } from "./load.mjs";
import { memory } from "./processes.mjs";
import { checkAnswers, startServer } from "./server.mjs";

/** How long a server is warmed up, in runs: V8 goes on to compile what is hot for some hundred thousand requests. */
const WARM_UP_RUNS = 5;

/** @typedef {import("./bench.mjs").Series & { residentBytes: number, peakBytes: number }} SingleSeries */

/**
 * Single predictions: every server is started, proven right on every body, warmed up, and then loaded in turn, round
 * after round, while the others idle.
 *
 * @param {import("./bench.mjs").Bench} bench
 * @returns {Promise<SingleSeries[]>}
 */
export async function measureSingle({ options, servers, rows, expected, workDirectory }) {
  const predictions = rows.map((row) => [expected(row)]);
  const runners = [];
  for (const kind of servers) {
    const requests = kind.single(rows);
    const server = await startServer(kind, requests, predictions[0]);
    await checkAnswers(server, requests, predictions);
    const settings = { file: writeBodies(workDirectory, requests), connections: options.connections };
    progress(`warm-up: ${kind.label}`);
    await load(server, requests, { ...settings, seconds: WARM_UP_RUNS * options.seconds });
    runners.push({
      server,
      runs: /** @type {import("./load.mjs").Measured[]} */ ([]),
      run: () => load(server, requests, { ...settings, seconds: options.seconds }),
    });
  }
  for (let round = 0; round < options.rounds; round++) {
    // Alternate the order, so that no server always follows the same one.
    for (const { server, runs, run } of round % 2 === 0 ? runners : runners.toReversed()) {
      progress(`single predictions ${round + 1}/${options.rounds}: ${server.kind.label}`);
      runs.push(await run());
    }
  }
  const series = runners.map(({ server, runs }) => ({
    id: server.kind.id,
    label: server.kind.label,
    runs,
    residentBytes: Math.max(...runs.map((run) => run.residentBytes)),
    peakBytes: memory(server.pid).peak,
  }));
  for (const { server } of runners) await server.stop();
  return series;
}
