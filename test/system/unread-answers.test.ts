import { createHash } from "node:crypto";
import { getIntrospectionQuery } from "graphql";
import { ask, post } from "../support/graphql-request";
import { FOR_LARGE_ANSWERS, largeAnswerRequest } from "../support/large-answer";
import { getOf } from "../support/pipelining";
import { Prober } from "../support/prober";
import { RawConnection } from "../support/raw-connection";
import { ServerProcess } from "../support/server-process";
import { eventually } from "../support/waiting";

jest.setTimeout(60_000);

let server: ServerProcess;
let origin: string;

afterEach(() => server.stop());

async function start(environment: NodeJS.ProcessEnv = {}): Promise<void> {
  server = await ServerProcess.spawn({ INTROSPECTION: "true", ...environment }).ready();
  ({ origin } = new URL(server.graphqlUrl));
}

const megabytes = async () => ((await server.metrics()).get("process_resident_memory_bytes") ?? 0) / 1e6;

async function unread(bytes: string): Promise<RawConnection> {
  const connection = await RawConnection.open(origin);
  connection.socket.pause();
  return connection.send(bytes);
}

describe("when clients do not read", () => {
  it("and send hundreds of requests ahead, then few are answered, memory stays bounded, and others are answered", async () => {
    await start();
    const query = getIntrospectionQuery();
    const persistedQuery = { version: 1, sha256Hash: createHash("sha256").update(query).digest("hex") };
    const { status } = await post(origin, JSON.stringify({ query, extensions: { persistedQuery } }));
    expect(status).toBe(200);
    const extensions = encodeURIComponent(JSON.stringify({ persistedQuery }));
    const request = getOf(`/graphql?extensions=${extensions}`, "Apollo-Require-Preflight: true\r\n");
    const before = await megabytes();

    const prober = new Prober(server.graphqlUrl);
    const greedy: RawConnection[] = [];
    for (let index = 0; index < 10; index++) greedy.push(await unread(request.repeat(300)));
    const answered = prober.answered;
    await eventually(() => prober.answered >= answered + 60 || undefined);
    await prober.stop();
    expect(prober.failures).toEqual([]);
    expect((await megabytes()) - before).toBeLessThan(100);
    for (const connection of greedy) connection.destroy();
  });

  it("and their answers exceed the budget, then the one that has left its answer for longest is closed", async () => {
    await start({ ...FOR_LARGE_ANSWERS, MAX_UNREAD_BYTES: "10000000" });
    const greedy: RawConnection[] = [];
    for (let index = 0; index < 4; index++) {
      greedy.push(await (await RawConnection.open(origin)).sendAndStall(largeAnswerRequest()));
    }
    const series = 'house_price_request_duration_seconds_count{operation="predictHousePrices",status="499"}';
    await eventually(async () => ((await server.metrics()).get(series) ?? 0) >= 2 || undefined);
    expect((await ask(origin, "{ __typename }")).status).toBe(200);
    // The newest is spared: its client reads it, in full.
    const newest = greedy[3];
    newest.socket.resume();
    await eventually(() => newest.received.endsWith("]}}\n") || newest.received.endsWith("]}}") || undefined);
    expect(newest.received).toMatch(/^HTTP\/1\.1 200 OK/);
    expect(newest.closed).toBe(false);
    for (const connection of greedy) connection.destroy();
  });
});
