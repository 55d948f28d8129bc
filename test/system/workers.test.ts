import { ModelDirectory } from "../support/model-versions";
import { RawConnection } from "../support/raw-connection";
import { ServerProcess, until } from "../support/server-process";

const QUERY = "{ predictHousePrice(input: {medInc: 3.5, aveRooms: 5, aveOccup: 2}) { model { version } } }";
const PREDICTIONS = 'house_price_predictions_total{model="linear",version="1"}';

let directory: ModelDirectory;
let server: ServerProcess;

async function start(options = {}): Promise<ServerProcess> {
  const environment = { MODEL_DIR: directory.path, WORKERS: "2", MODEL_POLL_MS: "0" };
  server = ServerProcess.spawn(environment, options);
  await server.ready();
  await until(() => server.listeners.length === 2, "two workers");
  return server;
}

/** Asks on a connection of its own each time, so that the workers take turns. */
async function ask(times: number): Promise<void> {
  const body = JSON.stringify({ query: QUERY });
  const headers = { "content-type": "application/json", connection: "close" };
  for (let i = 0; i < times; i++) {
    const response = await server.send("/graphql", { method: "POST", headers, body });
    expect(response.status).toBe(200);
    await response.text();
  }
}

/** The processes that have answered. */
function answering(): Set<number> {
  const lines = server.lines.filter((line) => line.includes('"path":"/graphql"'));
  return new Set(lines.map((line) => Number(JSON.parse(line).pid)));
}

beforeEach(async () => {
  directory = await ModelDirectory.create();
  await directory.add(1);
});

afterEach(async () => {
  await server.stop();
  await directory.delete();
});

describe("several workers", () => {
  it("when requests come, then all workers answer, and the metrics are the sum of what they did", async () => {
    await start();
    await ask(10);
    expect(answering()).toEqual(new Set(server.listeners));
    const metrics = await metricsAfter(10);
    expect(
      metrics.get('house_price_request_duration_seconds_count{operation="predictHousePrice",status="200"}'),
    ).toBe(10);
    expect(metrics.get("house_price_models")).toBe(1);
    expect(metrics.get("house_price_workers")).toBe(2);
    expect(metrics.get("house_price_worker_exits_total")).toBe(0);
  });

  it("when one is killed, then the other answers, another one takes its place, and no counter falls", async () => {
    await start();
    await ask(10);
    await metricsAfter(10);
    const [killed] = server.listeners;
    process.kill(killed, "SIGKILL");
    await server.logged("worker died");
    await ask(10);
    await until(() => server.listeners.length === 3, "a worker in its place");
    await ask(10);
    expect(answering()).toEqual(new Set(server.listeners));
    const metrics = await metricsAfter(30);
    expect(metrics.get("house_price_workers")).toBe(2);
    expect(metrics.get("house_price_worker_exits_total")).toBe(1);
    expect(JSON.parse(await server.logged("worker died"))).toMatchObject({
      worker: killed,
      signal: "SIGKILL",
    });
  });

  it("when the first process is told to look for models, then every worker does", async () => {
    await start();
    await directory.add(2);
    server.signal("SIGHUP");
    await until(
      () => server.lines.filter((line) => /"linear@2".*"model loaded"/.test(line)).length === 2,
      "version 2 twice",
    );
  });

  it.each(["SIGTERM", "SIGINT"] as const)(
    "when the first process gets %s, then all end, with 0",
    async (signal) => {
      await start();
      await ask(2);
      server.signal(signal);
      expect(await server.ended()).toBe(0);
      for (const pid of server.listeners) expect(() => process.kill(pid, 0)).toThrow("ESRCH");
      expect(server.lines.some((line) => line.includes("worker died"))).toBe(false);
    },
  );

  it.each(["SIGTERM", "SIGINT"] as const)(
    "when all processes get %s at once, as from a terminal, then what is in flight is answered, and all end, with 0",
    async (signal) => {
      await start({ ownGroup: true });
      const body = JSON.stringify({ query: QUERY });
      const head = `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}`;
      const connections = await Promise.all(
        Array.from({ length: 8 }, () => RawConnection.open(server.graphqlUrl)),
      );
      for (const connection of connections) (await connection.sendHead(head)).send(body.slice(0, 9));
      server.signalGroup(signal);
      await until(() => isRefused(server.graphqlUrl), "a closed port");
      for (const connection of connections) connection.send(body.slice(9));
      for (const connection of connections) {
        expect(await connection.untilClosed()).toMatch(/^HTTP\/1.1 200 OK/);
      }
      expect(await server.ended()).toBe(0);
    },
  );

  it("when the first process is killed, then its workers end too and hold the port no longer", async () => {
    await start();
    await server.stop();
    for (const pid of server.listeners) await until(() => !isAlive(pid), `the end of ${pid}`);
  });

  it("when the models are gone and all workers die, then it tries again a few times and ends", async () => {
    await start();
    await directory.remove(1);
    for (const pid of server.listeners) process.kill(pid, "SIGKILL");
    expect(await server.ended()).toBe(1);
    expect(await server.logged("WORKERS_FAILED: 5 workers in a row failed to start")).toBeDefined();
  });
});

describe("workers that cannot start", () => {
  it.each([
    [{ MODEL_DIR: "test/unit" }, "NO_MODEL: There is no model in test/unit"],
    [{ HOST: "192.0.2.1" }, "PORT_UNAVAILABLE: Cannot listen on 192.0.2.1:0"],
  ])("when it is given %p, then it ends and says why, once", async (environment, message) => {
    server = ServerProcess.spawn({ WORKERS: "2", ...environment });
    expect(await server.ended()).toBe(1);
    await server.logged(message);
    expect(server.lines.filter((line) => line.includes(message))).toHaveLength(1);
  });
});

/** The page of metrics once it has that many predictions: of a worker that is busy, it may have older figures. */
async function metricsAfter(predictions: number): Promise<Map<string, number>> {
  return until(async () => {
    const metrics = await server.metrics();
    return metrics.get(PREDICTIONS) === predictions ? metrics : undefined;
  }, `${predictions} predictions`);
}

function isRefused(url: string): Promise<boolean> {
  return RawConnection.open(url).then(
    (connection) => {
      connection.destroy();
      return false;
    },
    () => true,
  );
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
