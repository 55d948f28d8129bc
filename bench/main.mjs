/** `npm run bench`: compares this server with what else could answer; see docs/BENCHMARK.md. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { leaveServerCore } from "./cores.mjs";
import { measureExport } from "./export/measure-export.mjs";
import { writeExportReport } from "./export/report-export.mjs";
import { installPeers } from "./install-peers.mjs";
import { measureBatches, measureModels } from "./measure-batches.mjs";
import { measureColdStarts } from "./measure-cold-starts.mjs";
import { measureSingle } from "./measure-single.mjs";
import { measureWorkers } from "./measure-workers.mjs";
import { readOptions } from "./options.mjs";
import { endAll, endAllOnSignal } from "./processes.mjs";
import { writeReport } from "./report.mjs";
import { drawRows, expectedPrediction } from "./rows.mjs";
import { findServers } from "./servers.mjs";

const options = optionsOrEnd();
// Fail before the measurements.
if (options.out) mkdirSync(options.out, { recursive: true });
endAllOnSignal();

const workDirectory = mkdtempSync(join(tmpdir(), "house-price-bench-"));
// Servers that refuse to run as root reach their folders in it.
chmodSync(workDirectory, 0o711);
process.once("exit", () => rmSync(workDirectory, { recursive: true, force: true }));

try {
  if (options.isExport) await compareEngines();
  else await compareServers();
} finally {
  await endAll();
}

async function compareEngines() {
  const { figures, notes } = await measureExport(workDirectory, options.tableRows);
  writeExportReport(options.out, figures, notes);
}

async function compareServers() {
  installPeers();
  leaveServerCore();
  const { servers, boosting, notes } = findServers(workDirectory);
  /** @type {import("./bench.mjs").Bench} */
  const bench = {
    options,
    servers,
    boosting,
    notes,
    workDirectory,
    rows: drawRows(),
    expected: expectedPrediction(),
  };
  const wants = (/** @type {string} */ part) => options.only.includes(part);

  const coldStarts = wants("cold") ? await measureColdStarts(bench) : undefined;
  const single = wants("single") ? await measureSingle(bench) : undefined;
  const batches = wants("batch") ? await measureBatches(bench) : undefined;
  const models = wants("models") ? await measureModels(bench) : undefined;
  const workers = wants("workers") ? await measureWorkers(bench) : undefined;

  await writeReport(bench, { coldStarts, single, batches, models, workers });
}

function optionsOrEnd() {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    console.error(error.message);
    return process.exit(1);
  }
}
