import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { createInterface } from "node:readline";
import { parseMetrics } from "./metrics-page";
import { PATIENCE_MS } from "./waiting";

/** Runs the server from its sources, where their statements are counted. */
export const FROM_SOURCES = ["--require", "./test/support/swc-require.cjs", "src/main.ts"];

const AS_BUILT = ["dist/server/main.mjs"];

/** The server as a process of its own, on a free port. */
export class ServerProcess {
  /** Every line it wrote. */
  readonly lines: string[] = [];
  private readonly exit: Promise<unknown[]>;
  private url = "";

  private constructor(private readonly child: ChildProcess) {
    this.exit = once(child, "exit");
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface(stream).on("line", (line) => this.lines.push(line));
    }
  }

  /**
   * Starts the process; it listens once {@link ready} is done.
   *
   * @param environment - besides that of the tests
   * @param options.ownGroup - whether it leads a group of processes, which {@link signalGroup} is for
   * @param options.program - what Node runs: the built server, unless coverage is counted
   */
  static spawn(
    environment: NodeJS.ProcessEnv,
    { ownGroup = false, program = globalThis.COUNTS_COVERAGE ? FROM_SOURCES : AS_BUILT } = {},
  ): ServerProcess {
    const child = spawn(process.execPath, program, {
      env: { ...process.env, NODE_ENV: "production", PORT: "0", ...environment },
      stdio: ["ignore", "pipe", "pipe"],
      detached: ownGroup,
    });
    return new ServerProcess(child);
  }

  async ready(): Promise<this> {
    const line = await this.logged("Server listening at ");
    this.url = /http:\/\/[^"]+/.exec(line)?.[0] ?? "";
    return this;
  }

  get graphqlUrl(): string {
    return `${this.url}/graphql`;
  }

  /** The first line that holds `text`; waits for it. */
  async logged(text: string): Promise<string> {
    return until(() => this.lines.find((line) => line.includes(text)), `"${text}" in the log`);
  }

  async get(path: string): Promise<{ status: number; body: unknown }> {
    const response = await fetch(this.url + path);
    return { status: response.status, body: await response.json() };
  }

  /** The models that `/readyz` tells. */
  async models(): Promise<string[]> {
    const { body } = await this.get("/readyz");
    return typeof body === "object" && body && "models" in body ? [...Object(body.models)] : [];
  }

  /** Waits until `/readyz` tells exactly these models, in any order. */
  async serves(...ids: string[]): Promise<void> {
    const wanted = ids.sort().join();
    await until(async () => (await this.models()).sort().join() === wanted, `models ${wanted}`);
  }

  async query(query: string, variables?: unknown) {
    const response = await fetch(this.graphqlUrl, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, ...JSON.parse(await response.text()) };
  }

  /** Sends what is no query of this project's client: any body, with any headers. */
  send(path: string, init?: RequestInit): Promise<Response> {
    return fetch(this.url + path, init);
  }

  /** The page of metrics, as series and value. */
  async metrics(): Promise<Map<string, number>> {
    return parseMetrics(await (await this.send("/metrics")).text());
  }

  /** The processes that listen, in the order in which they began to. */
  get listeners(): number[] {
    return this.lines
      .filter((line) => line.includes("Server listening at "))
      .map((line) => Number(JSON.parse(line).pid));
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Sends a signal to the process and to all that it has started, as a terminal does. */
  signalGroup(signal: NodeJS.Signals): void {
    if (this.child.pid !== undefined) process.kill(-this.child.pid, signal);
  }

  /** How the process ended. */
  async ended(): Promise<unknown> {
    const [code] = await this.exit;
    return code;
  }

  async stop(): Promise<void> {
    this.child.kill("SIGKILL");
    await this.exit;
  }
}

/** Waits until `look` finds something, and gives it. */
export async function until<T>(
  look: () => T | undefined | Promise<T | undefined>,
  what: string,
): Promise<NonNullable<T>> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`waited in vain for ${what}`);
}

/** Whether nothing accepts connections at the port of a URL. */
export async function refused(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const outcome = await Promise.race([
    once(socket, "connect").then(() => false),
    new Promise<boolean>((resolve) => socket.on("error", () => resolve(true))),
  ]);
  socket.destroy();
  return outcome;
}
