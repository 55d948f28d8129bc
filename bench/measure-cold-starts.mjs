import { progress } from "./bench.mjs";
import { memory } from "./processes.mjs";
import { startServer } from "./server.mjs";
import { median } from "./statistics.mjs";

/**
 * @typedef {object} ColdStart
 * @property {string} id
 * @property {string} label
 * @property {number[]} startMs - from the start of the process to the first correct prediction, one a round
 * @property {number} residentBytes - memory after that prediction, the median
 */

/**
 * Starts every server several times, in turn.
 *
 * @param {import("./bench.mjs").Bench} bench
 * @returns {Promise<ColdStart[]>}
 */
export async function measureColdStarts({ options, servers, rows, expected }) {
  const measured = servers
    .filter((kind) => kind.id !== "ours-logging")
    .map((kind) => ({ kind, startMs: /** @type {number[]} */ ([]), resident: /** @type {number[]} */ ([]) }));
  for (let round = 0; round < options.coldStarts; round++) {
    for (const { kind, startMs, resident } of measured) {
      progress(`cold start ${round + 1}/${options.coldStarts}: ${kind.label}`);
      const server = await startServer(kind, kind.single(rows), [expected(rows[0])]);
      startMs.push(server.startMs);
      resident.push(memory(server.pid).resident);
      await server.stop();
    }
  }
  return measured.map(({ kind: { id, label }, startMs, resident }) => {
    return { id, label, startMs, residentBytes: median(resident) };
  });
}
