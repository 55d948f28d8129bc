import { setTimeout as sleep } from "node:timers/promises";
import fastify from "fastify";
import { guardConnections } from "../../src/connections/http-server";
import { useRequestEnds } from "../../src/connections/request-end";
import { ask } from "../support/graphql-request";
import { answersIn, getOf } from "../support/pipelining";
import { RawConnection } from "../support/raw-connection";
import { startServer } from "../support/server";
import { eventually } from "../support/waiting";

const HEAD = "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
const BODY = JSON.stringify({ query: "{ __typename }" });
const WHOLE = `${HEAD}Content-Length: ${BODY.length}\r\n\r\n${BODY}`;

async function open(server: string, count: number, bytes = ""): Promise<RawConnection[]> {
  const connections: RawConnection[] = [];
  for (let index = 0; index < count; index++)
    connections.push((await RawConnection.open(server)).send(bytes));
  return connections;
}

async function answered(connection: RawConnection): Promise<void> {
  await eventually(() => connection.received.includes("__typename") || connection.closed || undefined);
  expect(connection.received).toMatch(/^HTTP\/1.1 200 OK/);
}

/** Asks on a connection of its own: once it is answered, the server knows what happened to the others before. */
async function askOnce(server: string): Promise<void> {
  const bytes = WHOLE.replace("Host: x", "Host: x\r\nConnection: close");
  expect(await (await RawConnection.open(server)).send(bytes).untilClosed()).toMatch(/^HTTP\/1.1 200 OK/);
}

describe("when as many connections are open as may be", () => {
  it.each([
    ["that send nothing", ""],
    ["in the midst of their headers", HEAD],
    ["in the midst of their body", `${HEAD}Content-Length: 1000\r\n\r\n{`],
  ])("then a new client is answered, in the place of the oldest of those %s", async (_what, bytes) => {
    const server = await startServer({ MAX_CONNECTIONS: 10 });
    const idle = await open(server, 10, bytes);
    expect((await ask(server, "{ __typename }")).status).toBe(200);
    await idle[0].untilClosed();
    await sleep(50);
    expect(idle.filter(({ closed }) => closed).length).toBeLessThanOrEqual(2);
    for (const connection of idle) connection.destroy();
  });

  it("then those who ask now and then stay, and those who have never asked go first", async () => {
    const server = await startServer({ MAX_CONNECTIONS: 10 });
    const [regular] = await open(server, 1);
    const idle = await open(server, 9);
    await answered(regular.send(WHOLE));
    const more = await open(server, 9);
    await Promise.all(idle.map((connection) => connection.untilClosed()));
    expect(regular.closed).toBe(false);
    regular.received = "";
    await answered(regular.send(WHOLE));
    for (const connection of [regular, ...more]) connection.destroy();
  });

  it("then connections that their clients have closed make room again", async () => {
    const server = await startServer({ MAX_CONNECTIONS: 10 });
    for (let round = 0; round < 5; round++) {
      const connections = await open(server, 9);
      for (const connection of connections) connection.destroy();
      await askOnce(server);
    }
    const connections = await open(server, 9);
    await askOnce(server);
    expect(connections.filter(({ closed }) => closed)).toHaveLength(0);
    for (const connection of connections) connection.destroy();
  });
});

describe("when as many connections are open as may be, and one has several requests in flight", () => {
  const LIMIT = 2;
  /** Each answers a request that came in, in their order. */
  const waiting: (() => void)[] = [];
  let server: string;
  let close: () => Promise<void>;

  beforeAll(async () => {
    const settings = {
      REQUEST_TIMEOUT_MS: 60_000,
      MAX_CONNECTIONS: LIMIT,
      MAX_UNREAD_BYTES: 1e6,
      MAX_BODY_BYTES: 1e6,
    };
    const { connections, requestEnds, serverFactory, clientErrorHandler } = guardConnections(
      settings,
      () => {},
    );
    const app = fastify({ serverFactory, clientErrorHandler });
    useRequestEnds(app, connections, requestEnds);
    app.get("/now", async () => "now");
    app.all("/later", () => new Promise((answer) => waiting.push(() => answer("later"))));
    server = await app.listen({ host: "127.0.0.1", port: 0 });
    close = () => app.close();
  });

  afterAll(() => close());

  /** Answers the next request for `/later`, once it is being handled. */
  async function answerNext(): Promise<void> {
    const answer = await eventually(() => waiting.shift());
    answer();
  }

  const answersOf = (connection: RawConnection, count: number) =>
    eventually(() =>
      answersIn(connection.received).length >= count || connection.closed ? true : undefined,
    );

  /** Opens one connection more than there is room for, and waits until the idle one of them has been closed. */
  async function crowd(): Promise<RawConnection> {
    const [idle] = await open(server, 1, getOf("/now"));
    await answersOf(idle, 1);
    const [last] = await open(server, 1, getOf("/now"));
    await idle.untilClosed();
    await answersOf(last, 1);
    return last;
  }

  it("then it stays until all of them are answered", async () => {
    const [busy] = await open(server, 1, getOf("/later").repeat(3));
    for (let answered = 0; answered < 3; answered++) {
      await eventually(() => waiting[0]);
      const last = await crowd();
      expect(busy.closed).toBe(false);
      last.destroy();
      await answerNext();
      await answersOf(busy, answered + 1);
    }
    expect(answersIn(busy.received).map(({ body }) => body)).toEqual(["later", "later", "later"]);
    busy.destroy();
  });

  it("then it stays while the body of the last one is on its way behind one that is being answered", async () => {
    const head =
      "POST /later HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 4\r\n\r\n";
    const [busy] = await open(server, 1, `${getOf("/later")}${head}nu`);
    await eventually(() => waiting[0]);
    const last = await crowd();
    expect(busy.closed).toBe(false);
    busy.send("ll");
    for (const answered of [1, 2]) {
      await answerNext();
      await answersOf(busy, answered);
    }
    expect(answersIn(busy.received).map(({ body }) => body)).toEqual(["later", "later"]);
    for (const connection of [busy, last]) connection.destroy();
  });
});

describe("when the bodies of many clients are on their way", () => {
  const part = "x".repeat(400_000);
  const head = `${HEAD}Content-Length: 500000\r\n\r\n`;

  it.each([
    ["of a stated length", head, part],
    ["in chunks", `${HEAD}Transfer-Encoding: chunked\r\n\r\n`, `${part.length.toString(16)}\r\n${part}\r\n`],
  ])(
    "then beyond the budget those are closed that have been at it for longest: %s",
    async (_how, start, bytes) => {
      const server = await startServer({ MAX_BODY_BYTES: 1_000_000 });
      const slow = await open(server, 6, start + bytes);
      await Promise.all(slow.slice(0, 4).map((connection) => connection.untilClosed()));
      expect(slow.map(({ closed }) => closed)).toEqual([true, true, true, true, false, false]);
      await askOnce(server);
      for (const connection of slow) connection.destroy();
    },
  );

  it("then a body that has arrived counts no more", async () => {
    const server = await startServer({ MAX_BODY_BYTES: 1_000_000 });
    const body = JSON.stringify({ query: "{ __typename }", extensions: { padding: part } });
    for (let index = 0; index < 6; index++) {
      const [connection] = await open(server, 1, `${HEAD}Content-Length: ${body.length}\r\n\r\n${body}`);
      await answered(connection);
    }
    const [last] = await open(server, 1, head + part);
    await askOnce(server);
    expect(last.closed).toBe(false);
    last.destroy();
  });
});
