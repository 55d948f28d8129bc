import { answers, answersIn, getOf, numbered, numbersIn, postOf, slow, upTo } from "../support/pipelining";
import { RawConnection } from "../support/raw-connection";
import { startServer } from "../support/server";

jest.setTimeout(60_000);

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

  // As many as the server reads at once. Of more, one could come in two parts; its header times out if a busy machine takes longer
  // for those before it.
  it("a thousand of them, then all are answered", async () => {
    const connection = await RawConnection.open(server);
    connection.send(getOf("/healthz").repeat(1000));
    expect((await answers(connection, 1000)).map(({ status }) => status)).toEqual(
      Array.from({ length: 1000 }, () => 200),
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
