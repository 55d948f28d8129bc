import { parseArgs } from "node:util";

/** In the order in which they run. */
export const PARTS = ["cold", "single", "batch", "models", "workers"];

/** Runs only where it is asked for, and alone: it compares no servers. */
const EXPORT = "export";

/**
 * @typedef {object} Options
 * @property {readonly string[]} only - the parts to run
 * @property {boolean} quick - whether this is a look of a minute, not a measurement
 * @property {string | undefined} out - where RESULTS.md and results.svg are written; nowhere where it is absent
 * @property {number} rounds - how often each server is measured; the medians are reported
 * @property {number} seconds - length of one run of load
 * @property {number} batchRounds - the first for batches, which vary less
 * @property {number} batchSeconds - the second for batches
 * @property {number} coldStarts - how often each server is started
 * @property {readonly number[]} batchSizes - rows in one request
 * @property {boolean} isExport - whether whole tables are scored in the engines that models are exported to, and nothing else
 * @property {number} tableRows - of such a table
 * @property {number} connections - connections of the load of single predictions
 * @property {number} batchConnections - connections of the load of batches
 */

const FULL = {
  rounds: 9,
  seconds: 2,
  batchSeconds: 2,
  coldStarts: 9,
  batchSizes: [1, 10, 100, 1_000, 10_000],
};
/** Rows of the table of the export part. */
const TABLE_ROWS = 20_000_000;
const QUICK = { rounds: 2, seconds: 1, batchSeconds: 0.5, coldStarts: 1, batchSizes: [1, 100, 1_000] };

/**
 * Reads the command line.
 *
 * @param {readonly string[]} args
 * @returns {Options}
 */
export function readOptions(args) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: "boolean", default: false },
      only: { type: "string", default: PARTS.join(",") },
      rounds: { type: "string" },
      rows: { type: "string" },
      out: { type: "string" },
    },
  });
  const only = values.only.split(",");
  const isExport = values.only === EXPORT;
  const unknown = isExport ? [] : only.filter((part) => !PARTS.includes(part));
  if (unknown.length > 0) {
    throw new RangeError(
      `--only ${unknown.join(",")} is no part of the benchmark; the parts are ${PARTS.join(", ")}, or ${EXPORT} alone.`,
    );
  }
  const length = values.quick ? QUICK : FULL;
  const rounds = Number(values.rounds ?? length.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) {
    throw new RangeError(`--rounds ${values.rounds} is not a whole number of 1 or more.`);
  }
  const tableRows = Number(values.rows ?? (values.quick ? 200_000 : TABLE_ROWS));
  if (!Number.isInteger(tableRows) || tableRows < 1_000) {
    throw new RangeError(`--rows ${values.rows} is not a whole number of 1,000 or more.`);
  }
  // Only a whole run replaces the stored results.
  const whole = isExport ? tableRows === TABLE_ROWS : !values.quick && only.length === PARTS.length;
  const out = values.out ?? (whole ? import.meta.dirname : undefined);
  const batchRounds = Math.ceil(rounds / 3);
  return {
    ...length,
    rounds,
    batchRounds,
    only,
    out,
    quick: values.quick,
    isExport,
    tableRows,
    connections: 16,
    batchConnections: 4,
  };
}
