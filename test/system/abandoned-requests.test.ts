import { type BuiltServer, startBuiltServer } from "../support/built-server";
import { ask } from "../support/graphql-request";
import { FOR_LARGE_ANSWERS, largeAnswerRequest } from "../support/large-answer";
import { RawConnection } from "../support/raw-connection";
import { eventually } from "../support/waiting";

const SHORT = JSON.stringify({ query: "query Short { __typename }" });

let server: BuiltServer;

beforeAll(async () => {
  server = await startBuiltServer({ ...FOR_LARGE_ANSWERS, REQUEST_TIMEOUT_MS: "5000" });
});

const head = (id: string, length: number) =>
  [
    ...["POST /graphql HTTP/1.1", "Host: x", "Content-Type: application/json", `X-Request-Id: ${id}`],
    ...[`Content-Length: ${length}`, "", ""],
  ].join("\r\n");

const linesOf = (id: string) => server.log().filter(({ msg, reqId }) => msg === "request" && reqId === id);
const lineOf = (id: string) => eventually(() => linesOf(id)[0]);

async function metric(series: string): Promise<number> {
  return (await server.metrics()).get(series) ?? 0;
}

const counted = (operation: string, status: number) =>
  metric(`house_price_request_duration_seconds_count{operation="${operation}",status="${status}"}`);

describe("a request that its client abandons", () => {
  it("before it has come whole, is logged and counted as 499", async () => {
    const connection = await RawConnection.open(server.url);
    connection.send(`${head("half", 1000)}{`);
    await ask(server.url, "{ __typename }");
    connection.destroy();
    expect(await lineOf("half")).toMatchObject({ status: 499, path: "/graphql" });
    expect(await counted("/graphql", 499)).toBe(1);
  });

  it("before it has taken the answer, is logged and counted as 499, with what it asked", async () => {
    const connection = await RawConnection.open(server.url);
    await connection.sendAndStall(largeAnswerRequest("X-Request-Id: unread\r\n"));
    await ask(server.url, "{ __typename }");
    expect(linesOf("unread")).toEqual([]);
    connection.socket.resetAndDestroy();
    expect(await lineOf("unread")).toMatchObject({ status: 499, operation: "Long" });
    expect(await counted("predictHousePrices", 499)).toBe(1);
  });

  it("is not one that was answered before the client left", async () => {
    const connection = await RawConnection.open(server.url);
    connection.send(head("short", SHORT.length) + SHORT);
    await eventually(() => connection.received.includes("__typename") || undefined);
    connection.destroy();
    await ask(server.url, "{ __typename }");
    expect(linesOf("short").map(({ status }) => status)).toEqual([200]);
  });

  it("is not one that the server cut off: that has the status it was told", async () => {
    const connection = await RawConnection.open(server.url);
    connection.send(`${head("slow", 1000)}{`);
    const dripping = setInterval(() => connection.send(" "), 100);
    expect(await connection.untilClosed()).toMatch(/^HTTP\/1\.1 408 /);
    clearInterval(dripping);
    expect(await lineOf("slow")).toMatchObject({ status: 408 });
  });
});
