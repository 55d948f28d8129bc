import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { PINNED } from "./cores.mjs";
import { GENERATOR } from "./load.mjs";
import { describeMachine, machineName } from "./machine.mjs";
import { drawPlot } from "./plot.mjs";
import { updateReadme, writeResults } from "./results-file.mjs";
import { readRuns, runOf, withRun, writeRuns } from "./runs.mjs";
import { median } from "./statistics.mjs";
import { batchOf, byId, goals, medianOf, throughputRatio, workersByProcessor } from "./summary.mjs";
import { figure, megabytes, ratio, table } from "./table.mjs";

const HERE = import.meta.dirname;

/** @typedef {import("./summary.mjs").Measurements} Measurements */

/**
 * Prints the overview and the goals; writes the results where `--out` or a whole run asks for them.
 *
 * @param {import("./bench.mjs").Bench} bench
 * @param {Measurements} measurements
 */
export async function writeReport(bench, measurements) {
  const { options, servers } = bench;
  const overview = overviewTable(bench, measurements);
  const notes = [...bench.notes, ...disturbance(measurements), ...failures(measurements)];
  const section = [
    ...(options.quick ? ["**A quick look (`--quick`), not a measurement.**"] : []),
    list(describeMachine()),
    ...["### Overview", overview],
    ...["### Goals", goalTable(measurements)],
    ...batchSection("### Batches, rows per second", measurements.batches),
    ...batchSection("### Models, rows per second, all eight features", measurements.models),
    ...workerSection(measurements.workers),
    ...["### How it was measured", list([...method(options), ...notes])],
  ].join("\n\n");
  if (options.out) {
    const run = runOf(machineName(), new Date().toISOString().slice(0, 10), servers, measurements);
    const runs = withRun(readRuns(options.out), run);
    writeRuns(options.out, runs);
    writeResults(options.out, runs, section);
    if (options.out === HERE) updateReadme(join(HERE, "../README.md"), runs);
    const plot = await drawPlot(measurements);
    if (plot) writeFileSync(join(options.out, "results.svg"), `${plot}\n`);
  }
  console.log([overview, goalTable(measurements), ...notes].join("\n\n"));
}

/** @param {import("./bench.mjs").Bench} bench @param {Measurements} measurements */
function overviewTable({ servers }, { coldStarts, single, batches }) {
  const header = ["Server", "single/s", "ours is", "CPU us", "p50 ms", "p99 ms", "batch 1,000 rows/s"];
  const ours = byId(single, "ours");
  const rows = servers.map(({ id, label }) => {
    const own = byId(single, id);
    const start = byId(coldStarts, id);
    return [
      label,
      ...[format(medianOf(own, "requestsPerSecond")), format(throughputRatio(ours, own), ratio)],
      format(medianOf(own, "cpuPerRequest")),
      ...[format(medianOf(own, "p50"), twoDigits), format(medianOf(own, "p99"), twoDigits)],
      format(medianOf(batchOf(batches, 1_000, id), "rowsPerSecond")),
      ...[
        format(start && median(start.startMs)),
        format(start?.cpuMs),
        format(start?.residentBytes, megabytes),
      ],
      ...[format(own?.residentBytes, megabytes), format(own?.peakBytes, megabytes)],
    ];
  });
  return table([...header, "cold start ms", "its CPU ms", "MB at start", "MB under load", "MB peak"], rows);
}

/** @param {Measurements} measurements */
function goalTable(measurements) {
  const rows = goals(measurements).map(({ goal, atLeast, reached, byProcessor }) => [
    goal,
    ratio(atLeast),
    format(reached, ratio),
    format(byProcessor, ratio),
    reached === undefined ? undefined : reached >= atLeast ? "yes" : "no",
  ]);
  return table(["Ours, in multiples of", "at least", "reached", "by CPU time", "met"], rows);
}

/** @param {string} title @param {Measurements["batches"]} batches */
function batchSection(title, batches) {
  const first = batches?.[0]?.series ?? [];
  if (!batches || first.length === 0) return [];
  const rows = first.map(({ id, label }) => [
    label,
    ...batches.map(({ size }) => format(medianOf(batchOf(batches, size, id), "rowsPerSecond"))),
  ]);
  return [title, table(["Rows in one request", ...batches.map(({ size }) => figure(size))], rows)];
}

/** @param {Measurements["workers"]} workers */
function workerSection(workers) {
  if (!workers) return [];
  const rows = workers.flatMap(({ model, series }) =>
    series.map((each, i) => [
      `${model}, ${each.label}`,
      format(medianOf(each, "rowsPerSecond")),
      format(throughputRatio(each, series[0]), ratio),
      format(workersByProcessor(series[0], each, i + 1), ratio),
      format(medianOf(each, "coreShare"), twoDigits),
      format(medianOf(each, "generatorShare"), twoDigits),
      format(medianOf(each, "p99"), twoDigits),
    ]),
  );
  const header = [`Batches of ${workers[0].rows}`, "rows/s", "of WORKERS=1", "by CPU time"];
  return [
    "### Worker processes",
    table([...header, "its cores", "generator's cores", "p99 ms"], rows),
    "By CPU time: what the ratio is if each process has a core of its own, and the load generator one beside them.",
  ];
}

/** @param {import("./options.mjs").Options} options */
function method({ rounds, seconds, batchRounds, batchSeconds, connections, batchConnections, coldStarts }) {
  return [
    `Load by ${GENERATOR}: ${connections} connections for single predictions, ${batchConnections} for batches.`,
    PINNED
      ? "Each server is one process on one core; the load generator is on another."
      : "Servers and load generator share the cores: there is no taskset, or one core alone.",
    `${rounds} rounds; in each, every server in turn for ${seconds} s (batches: ${batchRounds} rounds of ${Math.max(1, batchSeconds)} s), after a warm-up. Figures are medians over the rounds; ratios are medians of the rounds' ratios.`,
    "CPU us: the server's processor time for one request, in microseconds; less disturbed than requests/s by what else ran on the machine.",
    `Cold start: from the start of the process to its first correct prediction, median of ${coldStarts}.`,
    "Before the load, every request body was sent once and its predictions compared with the expected ones, to 1e-9.",
  ];
}

/** How far the servers had their core to themselves: each is saturated, so alone it would have nearly all of it. */
function disturbance(/** @type {Measurements} */ { single = [] }) {
  if (single.length === 0) return [];
  const share = median(single.flatMap(({ runs }) => runs.map((run) => run.coreShare)));
  const heard = "Under single predictions, the servers had";
  const warning =
    share < 0.9 ? " Something else ran on the machine: trust the processor times, not the clock." : "";
  return [`${heard} ${figure(share * 100)} % of their core, in the median run.${warning}`];
}

/** A line for each server that refused requests under load. @param {Measurements} measurements */
function failures({ single = [], batches = [], models = [], workers = [] }) {
  const all = [single, ...[...batches, ...models, ...workers].map(({ series }) => series)].flat();
  return all.flatMap(({ label, runs }) => {
    const count = runs.reduce((sum, run) => sum + run.failures, 0);
    return count > 0 ? [`${label}: ${count} requests failed under load.`] : [];
  });
}

/** @param {readonly string[]} lines */
const list = (lines) => lines.map((line) => `- ${line}`).join("\n");

/** @param {number | undefined} value @param {(value: number) => string} [write] */
const format = (value, write = figure) => (value === undefined ? undefined : write(value));

/** @param {number} value */
const twoDigits = (value) => figure(value, 2);
