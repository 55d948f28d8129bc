import { execFileSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { getIntrospectionQuery } from "graphql";
import { ERROR_CODES } from "../../model/errors";
import { contributionsBatch } from "../support/contributions-batch";
import { HOSTILE_BODIES, type HostileBody, VALID_BODIES } from "../support/hostile-bodies";
import { HOSTILE_BYTES, type HostileBytes } from "../support/hostile-bytes";
import { Prober } from "../support/prober";
import { usageOf } from "../support/process-usage";
import { RawConnection } from "../support/raw-connection";
import { ServerProcess, until } from "../support/server-process";

/** How long a request that the server does not want is waited for: it hangs up sooner. */
const REQUEST_TIMEOUT_MS = 5000;

/** Connections that are held open at a time; fewer where the system does not let a process have so many descriptors. */
const HELD = Math.min(10_000, descriptorLimit() - 500);

/** What a request may take of a process: seconds of processor time, and megabytes. */
const MAX_SECONDS = 1.5;
const MAX_MEGABYTES = 250;

/** How much more memory than before the server may hold once the requests are over. */
const MAX_GROWTH = 1.2;

/** One of the largest operations that the server permits. */
const LARGE_BATCH = contributionsBatch(1900);

const JSON_TYPE = { "content-type": "application/json" };

const HEAD = "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

let server: ServerProcess;
let origin: string;
let prober: Prober;

beforeAll(async () => {
  const environment = {
    NODE_OPTIONS: "--require ./test/support/report-memory.cjs",
    REQUEST_TIMEOUT_MS: String(REQUEST_TIMEOUT_MS),
    INTROSPECTION: "true",
  };
  server = await ServerProcess.spawn(environment).ready();
  ({ origin } = new URL(server.graphqlUrl));
  prober = new Prober(server.graphqlUrl);
}, 300_000);

afterAll(async () => {
  await prober.stop();
  await server.stop();
});

function descriptorLimit(): number {
  // Node raises its limit to the hard one by itself.
  const text = execFileSync("sh", ["-c", "ulimit -Hn"], { encoding: "utf8" }).trim();
  return text === "unlimited" ? 10_000 : Number(text);
}

let reports = 0;

interface Memory {
  readonly used: number;
  readonly rss: number;
}

/** Megabytes that the server uses once all garbage is collected, and that it holds of the system. */
async function memory(): Promise<Memory> {
  server.signal("SIGUSR2");
  const { used, rss } = JSON.parse(await server.logged(`{"memoryReport":${++reports},`));
  return { used: used / 1e6, rss: rss / 1e6 };
}

/** The same, once V8 has given back to the system what it does not use: it takes several collections to do so. */
async function settledMemory(): Promise<Memory> {
  let last = await memory();
  for (let look = 0; look < 30; look++) {
    await sleep(1000);
    const next = await memory();
    last = { used: Math.min(last.used, next.used), rss: Math.min(last.rss, next.rss) };
  }
  return last;
}

/** Runs the work of each item, a few at a time, and gives what each found wrong. */
async function findProblems<T>(
  items: readonly T[],
  work: (item: T) => Promise<string | undefined>,
): Promise<string[]> {
  const waiting = [...items];
  const problems: string[] = [];
  const lane = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      const problem = await work(item);
      if (problem) problems.push(problem);
    }
  };
  await Promise.all(Array.from({ length: 4 }, lane));
  return problems;
}

/** What is wrong with the answer to a body: it must be one, in our form, with a code of the catalogue, and no 5xx. */
async function problemOfBody({ what, body, headers }: HostileBody): Promise<string | undefined> {
  try {
    const init = { method: "POST", body, headers: headers ?? JSON_TYPE };
    const response = await fetch(`${origin}/graphql`, init);
    const text = await response.text();
    const { errors = [] } = JSON.parse(text);
    const codes = errors.map(
      (error: { extensions?: { code?: string } }) => error.extensions?.code ?? "no code",
    );
    const unknown = codes.filter((code: string) => !(code in ERROR_CODES));
    const wrong = response.status >= 500 || unknown.length > 0 || codes.includes("INTERNAL_SERVER_ERROR");
    const told = /node_modules|stacktrace|\n\s+at /.test(text);
    return wrong || told || (response.status >= 400 && codes.length === 0)
      ? `${what}: ${response.status} ${text.slice(0, 200)}`
      : undefined;
  } catch (error) {
    return `${what}: ${error instanceof Error ? (error.cause ?? error) : error}`;
  }
}

/** What is wrong with the answer to bytes: the server may hang up, but not fail, and answers with nothing but HTTP. */
async function problemOfBytes({ what, bytes }: HostileBytes): Promise<string | undefined> {
  const connection = (await RawConnection.open(origin)).send(bytes);
  // Where the server keeps the connection for more requests, there is nothing to wait for.
  const deadline = Date.now() + REQUEST_TIMEOUT_MS + 2000;
  while (!connection.closed && Date.now() < deadline && !connection.received.includes("\r\n\r\n"))
    await sleep(10);
  await sleep(20);
  connection.destroy();
  const statuses = [...connection.received.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) =>
    Number(status),
  );
  // 501 and 505 refuse what the server does not speak; 503 that it is overloaded.
  const failed = statuses.some((status) => status >= 500 && ![501, 503, 505].includes(status));
  const foreign = connection.received !== "" && !connection.received.startsWith("HTTP/1.1 ");
  return failed || foreign ? `${what}: ${connection.received.slice(0, 200)}` : undefined;
}

/** Has every document compiled that hostile variables come for. */
async function warm(): Promise<void> {
  for (const body of VALID_BODIES) {
    for (let i = 0; i < 8; i++) await sendValid(body);
  }
}

async function sendValid(body: string): Promise<void> {
  const response = await fetch(`${origin}/graphql`, { method: "POST", body, headers: JSON_TYPE });
  expect(await response.text()).toMatch(/^\{"data":/);
}

/** What a request takes of the server, where it is too much. */
async function costOfBody(body: HostileBody): Promise<string | undefined> {
  let problem: string | undefined;
  const { seconds, megabytes } = await usageOf(server.pid ?? 0, async () => {
    problem = await problemOfBody(body);
  });
  if (problem) return problem;
  return seconds > MAX_SECONDS || megabytes > MAX_MEGABYTES
    ? `${body.what}: ${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} MB`
    : undefined;
}

async function hold(count: number, bytes: string): Promise<RawConnection[]> {
  const held: RawConnection[] = [];
  while (held.length < count) {
    const some = Array.from({ length: Math.min(100, count - held.length) }, () => RawConnection.open(origin));
    held.push(...(await Promise.all(some)));
    for (const connection of held.slice(-some.length)) connection.send(bytes);
  }
  return held;
}

describe("a server on a public address", () => {
  let before: Memory;

  it("is sent more than 200 different hostile requests by this test", () => {
    const distinct = new Set([...HOSTILE_BODIES, ...HOSTILE_BYTES].map(({ what }) => what));
    expect(distinct.size).toBeGreaterThan(200);
    expect(distinct.size).toBe(HOSTILE_BODIES.length + HOSTILE_BYTES.length);
    // Each kind of hostile variables has a document that can be compiled.
    expect(VALID_BODIES.length).toBeGreaterThan(10);
  });

  it.each([
    ["cold", async () => undefined],
    ["compiled", warm],
  ])(
    "when each hostile body is sent alone, then none takes much time or memory (%s)",
    async (_, prepare) => {
      await prober.stop();
      await prepare();
      const problems: string[] = [];
      for (const body of HOSTILE_BODIES) {
        // The same work takes more processor time on a busy machine, so what exceeds a limit is measured again.
        const problem = (await costOfBody(body)) && (await costOfBody(body));
        if (problem) problems.push(problem);
      }
      expect(problems).toEqual([]);
      prober.resume();
    },
    300_000,
  );

  it("when it is sent hostile bodies, then it refuses each by a code that is documented", async () => {
    // The memory of a busy server: it has compiled its code, keeps documents, has had large batches and many connections.
    await warm();
    expect(await findProblems(HOSTILE_BODIES, problemOfBody)).toEqual([]);
    for (let i = 0; i < 8; i++) await sendValid(LARGE_BATCH);
    for (const connection of await hold(HELD, "")) connection.destroy();
    before = await memory();
    expect(await findProblems(HOSTILE_BODIES, problemOfBody)).toEqual([]);
  }, 300_000);

  it("when it is sent what is hardly HTTP, then it answers with 4xx or hangs up", async () => {
    expect(await findProblems(HOSTILE_BYTES, problemOfBytes)).toEqual([]);
  }, 300_000);

  it("when a request is hidden in another, then it does not run", async () => {
    const bytes = `${HEAD}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\n\r\n`;
    const answer = await (await RawConnection.open(origin)).send(bytes).untilClosed();
    expect(answer.match(/HTTP\/1\.1 \d{3}/g)).toEqual(["HTTP/1.1 400"]);
  });

  it.each([
    [HELD, "send nothing", ""],
    // Fewer of these: a machine has not the ports for three times as many within a minute.
    [Math.floor(HELD / 2), "never end their headers", HEAD],
    [Math.floor(HELD / 2), "never end their body", `${HEAD}Content-Length: 1000\r\n\r\n{"query"`],
  ])(
    "when %d connections are held open that %s, then others are answered",
    async (count, _what, bytes) => {
      const answeredBefore = prober.answered;
      const held = await hold(count, bytes);
      await until(() => prober.answered > answeredBefore, "an answer to others");
      // Whom it does not wait for any more, it lets go by itself.
      await Promise.all(held.map((connection) => connection.untilClosed()));
    },
    300_000,
  );

  it("when clients send a byte now and then, then it lets them go", async () => {
    const held = await hold(200, HEAD);
    const dripping = setInterval(() => {
      for (const connection of held) if (!connection.closed) connection.send("X-A: b\r\n");
    }, 100);
    await Promise.all(held.map((connection) => connection.untilClosed()));
    clearInterval(dripping);
  }, 300_000);

  it("when clients do not take the answers that they ask for, then it lets them go", async () => {
    const body = JSON.stringify({ query: getIntrospectionQuery() });
    const request = `${HEAD}Content-Length: ${body.length}\r\n\r\n${body}`;
    // More than the buffers of both ends of a connection hold, so that the server is left with the rest.
    const greedy = await hold(5, "");
    for (const connection of greedy) {
      connection.socket.pause();
      connection.send(request.repeat(1000));
    }
    await sleep(3 * REQUEST_TIMEOUT_MS + 4000);
    for (const connection of greedy) connection.socket.resume();
    await Promise.all(greedy.map((connection) => connection.untilClosed()));
  }, 300_000);

  it("when it is over, then its memory is back, nobody has waited in vain, and it lives", async () => {
    await prober.stop();
    expect(prober.failures).toEqual([]);
    expect(prober.answered).toBeGreaterThan(100);
    const after = await settledMemory();
    expect(after.used).toBeLessThan(MAX_GROWTH * before.used);
    expect(after.rss).toBeLessThan(MAX_GROWTH * before.rss);
    expect(server.lines.filter((line) => /"level":[56]0/.test(line))).toEqual([]);
    expect((await server.get("/readyz")).status).toBe(200);
  }, 300_000);
});
