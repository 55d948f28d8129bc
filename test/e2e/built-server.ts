import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { PROJECT } from "./docker";

/** A server that runs as its own process, as `npm start` would run it. */
export interface BuiltServer {
  readonly process: ChildProcess;
  /** Such as `http://127.0.0.1:40123`. */
  readonly origin: string;
  stop(): Promise<void>;
}

/** Compiles the project, unless what is compiled is current. */
export function build(): void {
  execFileSync(process.execPath, ["scripts/build.mjs"], { cwd: PROJECT, stdio: "pipe" });
}

/** Starts the compiled server on a free port, and waits until it says that it listens. */
export async function startBuiltServer(environment: NodeJS.ProcessEnv = {}): Promise<BuiltServer> {
  const server = spawn(process.execPath, ["dist/server/main.mjs"], {
    cwd: PROJECT,
    env: { ...process.env, LOG_LEVEL: "info", PORT: "0", ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return { process: server, origin: await listeningOrigin(server), stop: () => stop(server) };
}

async function listeningOrigin(server: ChildProcess): Promise<string> {
  if (server.stdout === null) throw new Error("The server's output is not piped.");
  for await (const line of createInterface(server.stdout)) {
    const origin = /listening at (http:\/\/[^"]+)/.exec(line)?.[1];
    if (origin !== undefined) {
      server.stdout.resume();
      return origin;
    }
  }
  throw new Error("The server ended before it listened.");
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = once(server, "exit");
  server.kill("SIGTERM");
  await ended;
}
