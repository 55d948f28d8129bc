import { once } from "node:events";
import { createConnection } from "node:net";
import fastify, { type FastifyInstance } from "fastify";
import { type ConnectionGuards, guardConnections } from "../../../../src/connections/http-server";
import { useRequestEnds } from "../../../../src/connections/request-end";
import { RawConnection } from "../../../support/raw-connection";
import { eventually } from "../../../support/waiting";

const SETTINGS = {
  REQUEST_TIMEOUT_MS: 30_000,
  MAX_CONNECTIONS: 2,
  MAX_UNREAD_BYTES: 1000,
  MAX_BODY_BYTES: 1000,
};

let app: FastifyInstance;
let guards: ConnectionGuards;
let codes: string[];
let statuses: number[];
let url: string;

async function start(changes: Partial<typeof SETTINGS> = {}): Promise<void> {
  codes = [];
  statuses = [];
  guards = guardConnections({ ...SETTINGS, ...changes }, (code) => void codes.push(code));
  const { serverFactory, clientErrorHandler } = guards;
  app = fastify({ serverFactory, clientErrorHandler, forceCloseConnections: true });
  const onRequestEnd = useRequestEnds(app, guards.connections, guards.requestEnds);
  onRequestEnd((_request, status) => void statuses.push(status));
  app.get("/*", async (request) => `${request.raw.url}\n`);
  app.post("/*", async ({ body }) => ({ body }));
}

const connectionsAre = (count: number) =>
  eventually(() => (guards.connections.size === count ? true : undefined));

/** Waits until the server has forgotten every connection. */
const allClosed = () => connectionsAre(0);

const listen = async () => {
  url = await app.listen({ host: "127.0.0.1", port: 0 });
};

afterEach(() => app.close());

describe("the timeouts of the server", () => {
  it.each([
    [30_000, { timeout: 30_000, requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 72_000 }],
    [500, { timeout: 500, requestTimeout: 500, headersTimeout: 500, keepAliveTimeout: 72_000 }],
  ])("when a request may take %d ms, are %j", async (REQUEST_TIMEOUT_MS, timeouts) => {
    await start({ REQUEST_TIMEOUT_MS });
    expect(app.server).toMatchObject(timeouts);
  });
});

describe("a request", () => {
  beforeEach(async () => {
    await start();
    await listen();
  });

  it("may name the whole address, as proxies do", async () => {
    const connection = await RawConnection.open(url);
    connection.send("GET http://a.example/x?y=1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    expect(await connection.untilClosed()).toMatch(/^HTTP\/1.1 200 OK\r\n.*\r\n\r\n\/x\?y=1\n$/s);
  });

  it("may ask whether to go on; another expectation is passed over", async () => {
    const asking = await RawConnection.open(url);
    const head =
      "POST /x HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 2";
    await asking.sendHead(head);
    expect(await asking.send("{}").untilClosed()).toMatch(/^HTTP\/1.1 200 OK\r\n/);
    const other = await RawConnection.open(url);
    other.send(`${head}\r\nExpect: a-miracle\r\n\r\n{}`);
    expect(await other.untilClosed()).toMatch(/^HTTP\/1.1 200 OK\r\n/);
    expect(codes).toEqual([]);
  });

  it("when it is not HTTP, then it is refused and counted", async () => {
    const connection = await RawConnection.open(url);
    expect(await connection.send("NONSENSE\r\n\r\n").untilClosed()).toMatch(/^HTTP\/1.1 400 Bad Request\r\n/);
    expect(codes).toEqual(["BAD_REQUEST"]);
  });

  it("when it asks for a tunnel, then it is refused and counted", async () => {
    const connection = await RawConnection.open(url);
    connection.send("CONNECT a.example:443 HTTP/1.1\r\nHost: a.example\r\n\r\n");
    expect(await connection.untilClosed()).toMatch(/^HTTP\/1.1 405 Method Not Allowed\r\n/);
    expect(codes).toEqual(["METHOD_NOT_ALLOWED"]);
  });

  it("when something comes after the last one, then nobody waits for an answer to it", async () => {
    const connection = await RawConnection.open(url);
    const last = "GET /last HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    connection.send(`${last}GET /after HTTP/1.1\r\nHost: a\r\n\r\n`);
    const received = await connection.untilClosed();
    expect(received).toContain("/last\n");
    expect(received).not.toMatch(/after|400/);
    expect(codes).toEqual([]);
  });
});

describe("the connections of the server", () => {
  beforeEach(async () => {
    await start();
    await listen();
  });

  it("when there are more than it may have, then the one that has waited longest is closed", async () => {
    const [first, second] = [await RawConnection.open(url), await RawConnection.open(url)];
    await connectionsAre(2);
    const third = await RawConnection.open(url);
    await first.untilClosed();
    expect([second.closed, third.closed]).toEqual([false, false]);
    for (const connection of [second, third]) connection.destroy();
  });

  it("when one is closed, then it is forgotten, and its request has ended", async () => {
    const connection = await RawConnection.open(url);
    await connection.sendHead(
      "POST /x HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 2",
    );
    connection.destroy();
    await allClosed();
    expect(statuses).toEqual([499]);
  });

  it("when one is reset, then that is no error", async () => {
    const socket = createConnection({ host: "127.0.0.1", port: Number(new URL(url).port) });
    await Promise.all([once(socket, "connect"), connectionsAre(1)]);
    socket.resetAndDestroy();
    await allClosed();
    expect([codes, statuses]).toEqual([[], []]);
  });
});

it("a handler can be put before Fastify's", async () => {
  await start();
  guards.putBefore((next) => (request, answer) => {
    if (request.url === "/short") answer.end("short");
    else next(request, answer);
  });
  await listen();
  const [short, long] = await Promise.all(["/short", "/long"].map((path) => fetch(`${url}${path}`)));
  expect([await short.text(), await long.text()]).toEqual(["short", "/long\n"]);
});
