import { progress } from "./bench.mjs";
import { PAIR } from "./cores.mjs";
import { load, writeBodies } from "./load.mjs";
import { family } from "./processes.mjs";
import { batches, graphqlBatch } from "./requests.mjs";
import { checkAnswers, startServer } from "./server.mjs";
import { oursWithWorkers } from "./servers.mjs";

/** Rows in one request: enough that the load generator needs next to nothing of the processor beside the server. */
const ROWS = 100;

/**
 * WORKERS=1 against WORKERS=2. Both may use the same two cores.
 *
 * @param {import("./bench.mjs").Bench} bench
 * @returns {Promise<{ rows: number, series: import("./bench.mjs").Series[] } | undefined>}
 */
export async function measureWorkers({ options, notes, rows, expected, workDirectory }) {
  const started = [];
  const runners = [];
  try {
    for (const count of [1, 2]) {
      const kind = oursWithWorkers(count);
      const server = await startServer(kind, kind.single(rows), [expected(rows[0])], PAIR.servers);
      started.push(server);
      if (family(server.pid).length < count) throw new Error("it starts one process all the same.");
      const requests = graphqlBatch(rows, ROWS);
      await checkAnswers(
        server,
        requests,
        batches(rows, ROWS).map((batch) => batch.map(expected)),
      );
      const settings = {
        file: writeBodies(workDirectory, requests),
        connections: options.connections,
        core: PAIR.load,
      };
      const run = () => load(server, requests, { ...settings, seconds: options.seconds });
      await run();
      runners.push({ server, run, runs: /** @type {import("./load.mjs").Measured[]} */ ([]) });
    }
    for (let round = 0; round < options.rounds; round++) {
      for (const { server, run, runs } of runners) {
        progress(`workers ${round + 1}/${options.rounds}: ${server.kind.label}`);
        runs.push(await run());
      }
    }
    if (!PAIR.apart) notes.push("With two cores, the load generator shares them with the two workers.");
    return {
      rows: ROWS,
      series: runners.map(({ server: { kind }, runs }) => ({ id: kind.id, label: kind.label, runs })),
    };
  } catch (error) {
    notes.push(`WORKERS is left out: ${error.message.split("\n")[0]}`);
    return undefined;
  } finally {
    for (const server of started) await server.stop();
  }
}
