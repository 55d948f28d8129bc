/**
 * What every measurement needs to know.
 *
 * @typedef {object} Bench
 * @property {import("./options.mjs").Options} options
 * @property {readonly import("./servers.mjs").ServerKind[]} servers - ours is the first
 * @property {import("./servers.mjs").ServerKind} [boosting] - what a user picks for accuracy, where this machine can run it
 * @property {string[]} notes - what a reader of the results must know: what was left out, and why
 * @property {string} workDirectory - removed at the end
 * @property {readonly import("./rows.mjs").Row[]} rows
 * @property {(row: import("./rows.mjs").Row) => number} expected - the prediction by the guide's features
 */

/**
 * Measurements of one server.
 *
 * @typedef {object} Series
 * @property {string} id
 * @property {string} label
 * @property {import("./load.mjs").Measured[]} runs - one a round
 */

/** Logs to standard error: only the table goes to standard output. @param {string} text */
export function progress(text) {
  process.stderr.write(`${text}\n`);
}
