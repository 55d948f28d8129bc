import { FOR_LARGE_ANSWERS, largeAnswerRequest } from "../support/large-answer";
import { answers, answersIn, numbered, numbersIn, postOf, slow, upTo } from "../support/pipelining";
import { RawConnection } from "../support/raw-connection";
import { refused, ServerProcess, until } from "../support/server-process";
import { eventually } from "../support/waiting";

describe("when the server drains while a client sends requests ahead", () => {
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
      ...FOR_LARGE_ANSWERS,
    }).ready();
    const connection = await RawConnection.open(server.graphqlUrl);
    await connection.sendAndStall(largeAnswerRequest());
    server.signal("SIGTERM");
    await until(() => refused(server.graphqlUrl), "a closed port");
    connection.socket.resume();
    const [answer] = answersIn(await connection.untilClosed());
    expect(answer?.status).toBe(200);
    expect(JSON.parse(answer.body).data.predictHousePrices).toHaveLength(10_000);
    expect(await server.ended()).toBe(0);
  });
});
