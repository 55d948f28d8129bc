import { progress } from "./bench.mjs";
import { PAIR } from "./cores.mjs";
import { load, writeBodies } from "./load.mjs";
import { family } from "./processes.mjs";
import { batches, graphqlBatch } from "./requests.mjs";
import { checkAnswers, startServer } from "./server.mjs";
import { oursWithWorkers } from "./servers.mjs";

/** So many that the load generator, which shares two cores with the workers, needs a tenth of their time: with 100, it is a fifth. */
const ROWS = 1_000;

/**
 * One model under the load of one and of two worker processes.
 *
 * @typedef {object} WorkerSeries
 * @property {string} model
 * @property {number} rows - in one request
 * @property {import("./bench.mjs").Series[]} series - WORKERS=1, then WORKERS=2
 */

/**
 * WORKERS=1 against WORKERS=2. Both may use the same two cores, and so must the load generator if there is no third.
 *
 * @param {import("./bench.mjs").Bench} bench
 * @returns {Promise<WorkerSeries[] | undefined>}
 */
export async function measureWorkers(bench) {
  const { notes, rows, expected } = bench;
  const predictions = batches(rows, ROWS).map((batch) => batch.map(expected));
  /** @type {import("./server.mjs").Server[]} */
  const servers = [];
  try {
    for (const count of [1, 2]) {
      const kind = oursWithWorkers(count);
      const server = await startServer(kind, kind.single(rows), [expected(rows[0])], PAIR.servers);
      servers.push(server);
      if (family(server.pid).length < count) throw new Error("it starts one process all the same.");
    }
    const measured = [
      await measureModel(bench, servers, "linear", graphqlBatch(rows, ROWS), predictions),
      await measureModel(bench, servers, "spatial", graphqlBatch(rows, ROWS, { name: "spatial" })),
    ];
    if (!PAIR.apart) notes.push("With two cores, the load generator shares them with the two workers.");
    return measured;
  } catch (error) {
    notes.push(`WORKERS is left out: ${error.message.split("\n")[0]}`);
    return undefined;
  } finally {
    for (const server of servers) await server.stop();
  }
}

/**
 * @param {import("./bench.mjs").Bench} bench
 * @param {readonly import("./server.mjs").Server[]} servers
 * @param {string} model
 * @param {import("./requests.mjs").Requests} requests
 * @param {readonly (readonly number[])[]} [predictions] - what is expected of them
 * @returns {Promise<WorkerSeries>}
 */
async function measureModel({ options, workDirectory }, servers, model, requests, predictions) {
  const settings = {
    file: writeBodies(workDirectory, requests),
    connections: options.connections,
    core: PAIR.load,
    seconds: options.seconds,
  };
  const series = servers.map(({ kind: { id, label } }) => ({
    ...{ id, label },
    runs: /** @type {import("./load.mjs").Measured[]} */ ([]),
  }));
  for (const server of servers) {
    await checkAnswers(server, requests, predictions);
    await load(server, requests, settings);
  }
  for (let round = 0; round < options.rounds; round++) {
    for (const [i, server] of servers.entries()) {
      progress(`workers, ${model} ${round + 1}/${options.rounds}: ${server.kind.label}`);
      series[i].runs.push(await load(server, requests, settings));
    }
  }
  return { model, rows: ROWS, series };
}
