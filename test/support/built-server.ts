import { parseMetrics } from "./metrics-page";
import { type NodeProcess, startNode } from "./node-process";
import { eventually } from "./waiting";

/** One JSON line of the server's log. */
export interface LogLine {
  readonly msg: string;
  readonly [key: string]: unknown;
}

/** The server as its own process. */
export interface BuiltServer extends NodeProcess {
  readonly url: string;
  log(): LogLine[];
  /** What `/metrics` tells, by series. */
  metrics(): Promise<Map<string, number>>;
}

/** Starts the built server on a free port, and waits until it listens. */
export async function startBuiltServer(environment: NodeJS.ProcessEnv = {}): Promise<BuiltServer> {
  const running = startNode(["dist/server/main.mjs"], { PORT: "0", ...environment });
  const log = () =>
    running
      .stdout()
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .flatMap(parseWhole);
  const url = await eventually(() => {
    if (running.child.exitCode !== null) throw new Error(`The server ended: ${running.stderr()}`);
    return log()
      .map(({ msg }) => /^Server listening at (http:\S+)/.exec(msg)?.[1])
      .find((address) => address !== undefined);
  });
  const metrics = async () => parseMetrics(await (await fetch(`${url}/metrics`)).text());
  return { ...running, url, log, metrics };
}

/** The line, unless its end has not come yet. */
function parseWhole(line: string): LogLine[] {
  return line.endsWith("}") ? [JSON.parse(line)] : [];
}
