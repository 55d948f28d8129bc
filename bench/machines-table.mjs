import { figure, ratio, table } from "./table.mjs";

/** @typedef {import("./runs.mjs").Run} Run */
/** @typedef {keyof Omit<import("./runs.mjs").ServerFigures, "label">} FigureName */

/** Ours first. */
const COMPARED = ["ours", "fastapi", "mercurius", "apollo", "yoga", "bare"];

/** @type {readonly { what: string, name: FigureName, write: (value: number) => string }[]} */
const LINES = [
  { what: "processor time per single prediction, µs", name: "cpuMicros", write: (value) => figure(value) },
  { what: "the same, in multiples of ours", name: "byCpu", write: ratio },
  { what: "rows a second in batches of 1,000: ours are", name: "batch", write: ratio },
  { what: "time to the first answer, in multiples of ours", name: "start", write: ratio },
  { what: "resident memory under load, MB", name: "megabytes", write: (value) => figure(value) },
];

/**
 * Processor times and ratios of each server, with their range over the machines.
 *
 * @param {readonly Run[]} runs
 */
export function machinesTable(runs) {
  const ids = COMPARED.filter((id) => runs.some(({ servers }) => servers[id]));
  const labels = ids.map((id) => runs.find(({ servers }) => servers[id])?.servers[id].label);
  const lines = LINES.map(({ what, name, write }) => [
    what,
    ...ids.map((id) =>
      range(
        runs.flatMap(({ servers }) => servers[id]?.[name] ?? []),
        write,
      ),
    ),
  ]);
  return table(["", ...labels], lines);
}

/** @param {readonly number[]} values @param {(value: number) => string} write */
function range(values, write) {
  if (values.length === 0) return undefined;
  const [least, most] = [Math.min(...values), Math.max(...values)].map(write);
  return least === most ? least : `${least.replace(/ x$/, "")} – ${most}`;
}
