import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { onCore } from "./cores.mjs";

/** Every process that was started and has not ended. @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

const KILL_AFTER_MS = 5_000;
const STDERR_KEPT = 2_000;

/**
 * Starts a command on a core. Its standard output is thrown away: no server may be slowed by who reads it.
 *
 * @param {string} core
 * @param {readonly string[]} command
 * @param {NodeJS.ProcessEnv} environment - added to this process's own
 */
export function start(core, command, environment = {}) {
  const [program, ...args] = onCore(core, command);
  const child = spawn(program, args, {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "ignore", "pipe"],
  });
  running.add(child);
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    complaint = (complaint + text).slice(-STDERR_KEPT);
  });
  child.once("error", (error) => {
    complaint = error.message;
    running.delete(child);
  });
  child.once("exit", () => running.delete(child));
  return { child, complaint: () => complaint.trim() };
}

/**
 * Makes sure that a process ends with this one.
 *
 * @template {import("node:child_process").ChildProcess} T
 * @param {T} child
 * @returns {T}
 */
export function track(child) {
  running.add(child);
  child.once("error", () => running.delete(child));
  child.once("exit", () => running.delete(child));
  return child;
}

/** @param {import("node:child_process").ChildProcess} child */
export async function end(child) {
  if (!running.has(child)) return;
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  const inTime = await Promise.race([exit, sleep(KILL_AFTER_MS, false, { ref: false })]);
  if (inTime) return;
  child.kill("SIGKILL");
  await exit;
}

export async function endAll() {
  await Promise.all([...running].map(end));
}

/** Ends all child processes on a signal. */
export function endAllOnSignal() {
  for (const [signal, status] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ]) {
    process.once(signal, async () => {
      await endAll();
      process.exit(status);
    });
  }
  // Last resort on unexpected exit.
  process.once("exit", () => {
    for (const child of running) child.kill("SIGKILL");
  });
}

/** A port of 127.0.0.1 that nobody listens on. @returns {Promise<number>} */
export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** The process and its descendants. @param {number} pid @returns {number[]} */
export function family(pid) {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
    return [pid, ...(children ? children.split(" ").flatMap((child) => family(Number(child))) : [])];
  } catch {
    return []; // It ended meanwhile, or there is no /proc.
  }
}

/**
 * Memory of the process and its descendants, in bytes: resident now, and the most that was ever resident.
 *
 * @param {number} pid
 */
export function memory(pid) {
  const sum = { resident: 0, peak: 0 };
  for (const member of family(pid)) {
    const status = readFileSync(`/proc/${member}/status`, "utf8");
    sum.resident += kilobytes(status, "VmRSS") * 1024;
    sum.peak += kilobytes(status, "VmHWM") * 1024;
  }
  return sum;
}

/** The kernel's clock ticks a second in /proc: 100 on every Linux that Node.js runs on. */
const TICKS_PER_SECOND = 100;

/** Processor time that the process and its descendants have used, in seconds. @param {number} pid */
export function processorSeconds(pid) {
  const ticks = family(pid).map((member) => {
    // The name in brackets may hold spaces; utime and stime are the 14th and 15th field of proc_pid_stat(5).
    const [, fields] = readFileSync(`/proc/${member}/stat`, "utf8").split(/\) (?=[A-Z] )/);
    const [userTime, systemTime] = fields.split(" ").slice(11, 13).map(Number);
    return userTime + systemTime;
  });
  return ticks.reduce((sum, time) => sum + time, 0) / TICKS_PER_SECOND;
}

/** @param {string} status @param {string} key */
function kilobytes(status, key) {
  return Number(new RegExp(`^${key}:\\s+(\\d+) kB$`, "m").exec(status)?.[1] ?? 0);
}
