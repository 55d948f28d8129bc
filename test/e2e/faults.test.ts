import { setTimeout as sleep } from "node:timers/promises";
import { expectedOf, Load } from "../support/load";
import { ModelDirectory } from "../support/model-versions";
import { ServerProcess, until } from "../support/server-process";

const SECONDS = Number(process.env.LOAD_SECONDS ?? 60);
const RATE = Number(process.env.LOAD_RATE ?? 200);

/** How long a client may take to hear that a connection is gone on which it is about to send. */
const NOTICE_MS = 100;

let directory: ModelDirectory;
let load: Load;
const servers: ServerProcess[] = [];

async function startServer(): Promise<ServerProcess> {
  const server = ServerProcess.spawn({
    MODEL_DIR: directory.path,
    MODEL_POLL_MS: "100",
    WORKERS: "2",
    // A busy machine must not look like a lost request.
    MAX_EVENT_LOOP_DELAY_MS: "0",
  });
  servers.push(server);
  await server.ready();
  await until(() => server.listeners.length === 2, "two workers");
  return server;
}

beforeAll(async () => {
  directory = await ModelDirectory.create();
  await directory.add(1);
  load = Load.fork();
});

afterAll(async () => {
  load?.end();
  for (const server of servers) await server.stop();
  await directory.delete();
});

it(
  `when under ${RATE} requests a second models come and go, a worker is killed and a server replaced, then only what the killed worker had in hand is lost`,
  async () => {
    const former = await startServer();
    const part = (SECONDS * 1000) / 6;
    const expectations = { url: former.graphqlUrl, rate: RATE, ...expectedOf([1, 2]) };
    load.tell({ kind: "start", expectations });
    await sleep(part);

    await directory.add(2);
    await until(
      () => former.lines.filter((line) => /"linear@2".*"model loaded"/.test(line)).length === 2,
      "version 2",
    );
    await sleep(part);

    const [killed] = former.listeners;
    process.kill(killed, "SIGKILL");
    const killedAt = Date.now();
    await until(() => former.listeners.length === 3, "a worker in its place");
    await sleep(part);

    const successor = await startServer();
    former.signal("SIGTERM");
    await until(async () => (await former.get("/readyz")).status === 503, "not ready");
    load.tell({ kind: "target", url: successor.graphqlUrl });
    expect(await former.ended()).toBe(0);
    await sleep(part);

    await directory.pin({ linear: 1 });
    successor.signal("SIGHUP");
    await until(() => successor.lines.filter((line) => line.includes("pins loaded")).length === 2, "pins");
    await sleep(part);
    await directory.unpin();
    await directory.remove(2);
    await sleep(part);

    const { failures, latency, ...report } = await load.stop();
    const lost = failures.filter(
      ({ sentAt, failedAt }) => sentAt <= killedAt + NOTICE_MS && failedAt >= killedAt,
    );
    console.info(
      `${report.sent} requests, ${lost.length} lost with the killed worker; latency in ms:`,
      latency,
    );
    expect(failures.filter((failure) => !lost.includes(failure))).toEqual([]);
    expect(report.failed).toBe(lost.length);
    // No more than a worker can have in hand at this rate.
    expect(lost.length).toBeLessThanOrEqual(RATE * 0.1);
    expect(report.sent).toBeGreaterThan(RATE * SECONDS * 0.95);
    expect(Object.keys(report.predictions)).toEqual(["1", "2"]);
  },
  180_000 + SECONDS * 2000,
);
