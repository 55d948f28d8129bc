import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { chown } from "node:fs/promises";
import { text } from "node:stream/consumers";

/** Whom servers run as that refuse to run as root: nobody. */
const NOBODY = 65_534;

const isRoot = process.getuid?.() === 0;

/** Options of a process that is not root's. */
export const UNPRIVILEGED: SpawnOptions = isRoot ? { uid: NOBODY, gid: NOBODY } : {};

/** Makes a folder the unprivileged user's. */
export async function handOver(path: string): Promise<void> {
  if (isRoot) await chown(path, NOBODY, NOBODY);
}

/**
 * Runs a program to its end.
 *
 * @returns its standard output
 */
export async function runProgram(
  command: string,
  args: readonly string[],
  { input = "", ...options }: SpawnOptions & { readonly input?: string } = {},
): Promise<string> {
  const child = spawn(command, args, { ...options, stdio: "pipe" });
  const ended = once(child, "close");
  // One that ends early does not read its input: its status tells why.
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [status] = await ended;
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${errors.slice(0, 2000)}`);
  return output;
}

/** Ends a server by a signal and waits for its end. */
export async function endServer(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, "exit");
  server.kill(signal);
  await ended;
}
