import { answersIn, getOf, postOf } from "../support/pipelining";
import { RawConnection } from "../support/raw-connection";
import { startServer } from "../support/server";
import { refused, ServerProcess, until } from "../support/server-process";
import { eventually } from "../support/waiting";

jest.setTimeout(60_000);

/** A query whose answer says which one it was. */
const numbered = (index: number) => `{ a${index}: __typename }`;

/** A query that takes a while, and that Apollo answers asynchronously. */
const slow = (index: number) =>
  `{ a${index}: predictHousePrices(inputs: [${"{medInc: 3, aveRooms: 5, aveOccup: 2}".repeat(20)}]) { __typename } }`;

/** The number in each answer, in the order in which they came. */
const numbersIn = (received: string) =>
  answersIn(received).map(({ body }) => Number(/"a(\d+)":/.exec(body)?.[1] ?? Number.NaN));

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Waits for so many whole answers, or for the end of the connection. */
async function answers(connection: RawConnection, count: number) {
  await eventually(() => answersIn(connection.received).length >= count || connection.closed || undefined);
  return answersIn(connection.received);
}

describe("when a client sends requests ahead on one connection", () => {
  let server: string;

  beforeAll(async () => {
    server = await startServer();
  });

  it.each([
    ["in one write", (all: string[]) => [all.join("")]],
    ["in pieces that end anywhere", (all: string[]) => all.join("").match(/.{1,777}/gs) ?? []],
  ])("%s, then all are answered, in their order", async (_how, cut) => {
    const connection = await RawConnection.open(server);
    const requests = upTo(60).map((index) =>
      postOf(index % 7 === 0 ? slow(index) : numbered(index), { chunked: index % 3 === 0 }),
    );
    for (const piece of cut(requests)) connection.send(piece);
    await answers(connection, 60);
    expect(numbersIn(connection.received)).toEqual(upTo(60));
    connection.destroy();
  });

  it("thousands of them, then all are answered", async () => {
    const connection = await RawConnection.open(server);
    connection.send(getOf("/healthz").repeat(3000));
    expect((await answers(connection, 3000)).map(({ status }) => status)).toEqual(
      Array.from({ length: 3000 }, () => 200),
    );
    connection.destroy();
  });

  it("and closes its side, then all are answered before the server closes the other", async () => {
    const connection = await RawConnection.open(server);
    connection.socket.end(
      upTo(10)
        .map((index) => postOf(slow(index)))
        .join(""),
    );
    expect(numbersIn(await connection.untilClosed())).toEqual(upTo(10));
  });

  it("then others are answered in between", async () => {
    const greedy = await RawConnection.open(server);
    greedy.send(
      upTo(300)
        .map((index) => postOf(slow(index)))
        .join(""),
    );
    await answers(greedy, 1);
    const other = await RawConnection.open(server);
    other.send(getOf("/healthz"));
    await answers(other, 1);
    expect(answersIn(greedy.received).length).toBeLessThan(50);
    await answers(greedy, 50);
    expect(numbersIn(greedy.received).slice(0, 50)).toEqual(upTo(50));
    for (const connection of [greedy, other]) connection.destroy();
  });

  it.each([
    ["what is no HTTP", "EHLO example.org\r\n\r\n", 400],
    ["a request with a broken body", `${postOf("{ a }", { chunked: true }).slice(0, -5)}zz\r\n`, 400],
    ["a tunnel", "CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\n", 405],
    ["too many headers", `GET / HTTP/1.1\r\nX-A: ${"a".repeat(20_000)}\r\n\r\n`, 431],
  ])("and then %s, then those before are answered first", async (_what, bytes, status) => {
    const connection = await RawConnection.open(server);
    connection.send(postOf(slow(0)) + postOf(slow(1)) + bytes);
    const received = answersIn(await connection.untilClosed());
    expect(received.map((answer) => answer.status)).toEqual([200, 200, status]);
  });

  it("after one that closes the connection, then this one is answered whole, and they are not", async () => {
    const connection = await RawConnection.open(server);
    connection.send(postOf(slow(0), { headers: "Connection: close\r\n" }) + postOf(numbered(1)));
    expect(numbersIn(await connection.untilClosed())).toEqual([0]);
  });
});

describe("when the server drains", () => {
  let server: ServerProcess;

  afterEach(() => server.stop());

  it.each([
    ["in the grace period", "2000"],
    ["after it", "0"],
  ])(
    "%s, then every request that has come in is answered, and the last answer closes",
    async (_when, grace) => {
      server = await ServerProcess.spawn({ DRAIN_GRACE_MS: grace, DRAIN_MS: "20000" }).ready();
      const connection = await RawConnection.open(server.graphqlUrl);
      connection.send(
        upTo(50)
          .map((index) => postOf(slow(index), { chunked: index % 2 === 0 }))
          .join(""),
      );
      await answers(connection, 1);
      server.signal("SIGTERM");
      const received = await connection.untilClosed();
      expect(numbersIn(received)).toEqual(upTo(50));
      const closing = answersIn(received).map(({ head }) => /^connection: close$/im.test(head));
      expect(closing.indexOf(true)).toBe(49);
      expect(await server.ended()).toBe(0);
    },
  );

  it("then requests that come ahead during the grace period are all answered", async () => {
    server = await ServerProcess.spawn({ DRAIN_GRACE_MS: "3000", DRAIN_MS: "20000" }).ready();
    const connection = await RawConnection.open(server.graphqlUrl);
    server.signal("SIGTERM");
    await eventually(async () => (await server.get("/readyz")).status === 503 || undefined);
    connection.send(
      upTo(20)
        .map((index) => postOf(numbered(index)))
        .join(""),
    );
    expect(numbersIn(await connection.untilClosed())).toEqual(upTo(20));
  });

  it("then a large answer is taken in full by a client that reads slowly", async () => {
    server = await ServerProcess.spawn({
      DRAIN_GRACE_MS: "0",
      DRAIN_MS: "20000",
      MAX_QUERY_COST: "5000000",
    }).ready();
    const connection = await RawConnection.open(server.graphqlUrl);
    connection.socket.pause();
    const rows = JSON.stringify(
      Array.from({ length: 10_000 }, () => ({ medInc: 3, aveRooms: 5, aveOccup: 2 })),
    );
    const query = `query ($i: [HouseFeaturesInput!]!) { predictHousePrices(inputs: $i) { ... on HousePricePrediction {
      predictedHousePrice baseline contributions { label features value contribution } interval { lower upper } model { sha256 } } } }`;
    const body = `{"query":${JSON.stringify(query)},"variables":{"i":${rows}}}`;
    connection.send(
      `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    await eventually(async () => {
      const counted = await server.metrics();
      return counted.get("house_price_batch_rows_count") === 1 || undefined;
    });
    server.signal("SIGTERM");
    await until(() => refused(server.graphqlUrl), "a closed port");
    connection.socket.resume();
    const [answer] = answersIn(await connection.untilClosed());
    expect(answer?.status).toBe(200);
    expect(JSON.parse(answer.body).data.predictHousePrices).toHaveLength(10_000);
    expect(await server.ended()).toBe(0);
  });
});
