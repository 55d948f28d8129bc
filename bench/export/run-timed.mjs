import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { track } from "../processes.mjs";

/**
 * @typedef {object} Timed
 * @property {number} seconds - by the clock
 * @property {number} processorSeconds - of the command and all that it started
 */

/** Runs the command that follows, and tells at its end what processor time it took: POSIX has `times` for that. */
const SCRIPT = '"$@" >&2 && times';

/**
 * Runs a command to its end.
 *
 * @param {readonly string[]} command
 * @returns {Promise<Timed>}
 */
export async function runTimed(command) {
  const started = performance.now();
  const child = track(spawn("sh", ["-c", SCRIPT, "sh", ...command], { stdio: ["ignore", "pipe", "pipe"] }));
  const [output, complaint, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  if (status !== 0) throw new Error(`${command.join(" ").slice(0, 200)} failed: ${complaint.slice(-2_000)}`);
  return {
    seconds: (performance.now() - started) / 1000,
    processorSeconds: processorSecondsIn(output.trim().split("\n")[1]),
  };
}

/**
 * Runs commands side by side.
 *
 * @param {readonly (readonly string[])[]} commands
 * @returns {Promise<Timed>}
 */
export async function runTogether(commands) {
  const all = await Promise.all(commands.map(runTimed));
  return {
    seconds: Math.max(...all.map(({ seconds }) => seconds)),
    processorSeconds: all.reduce((sum, { processorSeconds }) => sum + processorSeconds, 0),
  };
}

/** User and system time as `times` prints them, such as `1m2.340s 0m0.120s`. @param {string} line */
function processorSecondsIn(line) {
  return [...line.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}
