import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";

/** How a process ended, and what it said. */
export interface Ended {
  /** Exit status; null where a signal ended it. */
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A node process that was started by a test. */
export interface NodeProcess {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<Ended>;
  /** What it has said so far. */
  stdout(): string;
  stderr(): string;
}

const started: NodeProcess[] = [];

afterAll(async () => {
  for (const { child } of started) child.kill("SIGKILL");
  await Promise.all(started.splice(0).map(({ ended }) => ended));
});

/** Starts `node` with these arguments; `environment` is all of the environment but the PATH. */
export function startNode(args: readonly string[], environment: NodeJS.ProcessEnv = {}): NodeProcess {
  const child = spawn(process.execPath, args, { env: { PATH: process.env.PATH, ...environment } });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Ended>((resolve) => {
    child.once("close", (status, signal) => resolve({ status, signal, stdout, stderr }));
  });
  const running = { child, ended, stdout: () => stdout, stderr: () => stderr };
  started.push(running);
  return running;
}

/** Runs `node` to its end. */
export function runNode(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return startNode(args, environment).ended;
}
