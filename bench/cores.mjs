import { spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";

const hasTaskset = spawnSync("taskset", ["--version"]).status === 0;
const cores = availableParallelism();

export const PINNED = hasTaskset && cores >= 2;

export const SERVER_CORE = "0";

export const LOAD_CORE = "1";

/** Two cores for a server of two processes, and the load generator's: a third where there is one. */
export const PAIR = { servers: "0,1", load: cores >= 3 ? "2" : "0,1", apart: cores >= 3 };

/**
 * The command line that runs `command` on `core`.
 *
 * @param {string} core
 * @param {readonly string[]} command
 * @returns {string[]}
 */
export function onCore(core, command) {
  return PINNED ? ["taskset", "-c", core, ...command] : [...command];
}

/** Moves this process to the load generator's core. */
export function leaveServerCore() {
  if (PINNED) spawnSync("taskset", ["-a", "-p", "-c", LOAD_CORE, String(process.pid)]);
}
