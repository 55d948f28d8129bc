import { progress } from "./bench.mjs";
import { memory, processorSeconds } from "./processes.mjs";
import { startServer } from "./server.mjs";
import { median } from "./statistics.mjs";

/**
 * @typedef {object} ColdStart
 * @property {string} id
 * @property {string} label
 * @property {number[]} startMs - from the start of the process to the first correct prediction, one a round
 * @property {number} cpuMs - processor time until then, the median
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
    .filter((kind) => kind.variantOf === undefined)
    .map((kind) => ({
      kind,
      startMs: /** @type {number[]} */ ([]),
      cpuMs: /** @type {number[]} */ ([]),
      resident: /** @type {number[]} */ ([]),
    }));
  for (let round = 0; round < options.coldStarts; round++) {
    for (const { kind, startMs, cpuMs, resident } of measured) {
      progress(`cold start ${round + 1}/${options.coldStarts}: ${kind.label}`);
      const server = await startServer(kind, kind.single(rows), [expected(rows[0])]);
      startMs.push(server.startMs);
      cpuMs.push(processorSeconds(server.pid) * 1e3);
      resident.push(memory(server.pid).resident);
      await server.stop();
    }
  }
  return measured.map(({ kind: { id, label }, startMs, cpuMs, resident }) => {
    return { id, label, startMs, cpuMs: median(cpuMs), residentBytes: median(resident) };
  });
}
