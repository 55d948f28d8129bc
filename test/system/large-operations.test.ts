import { setTimeout as sleep } from "node:timers/promises";
import { contributionsBatch } from "../support/contributions-batch";
import { ServerProcess } from "../support/server-process";

/** Rows with all contributions that one query may ask for. */
const ROWS = 1900;

const BODY = contributionsBatch(ROWS);
const SMALL = contributionsBatch(1);

let server: ServerProcess | undefined;

afterEach(() => server?.stop());

/** A server with as much memory for its objects as Node takes in a container of 512 MB. */
async function start(environment: NodeJS.ProcessEnv = {}): Promise<ServerProcess> {
  server = await ServerProcess.spawn({
    NODE_OPTIONS: "--max-old-space-size=384",
    MAX_EVENT_LOOP_DELAY_MS: "0",
    ...environment,
  }).ready();
  return server;
}

function post(to: ServerProcess, body: string, signal: AbortSignal | null = null): Promise<Response> {
  return to.send("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
    signal,
  });
}

async function statusOf(response: Promise<Response>): Promise<number> {
  const { status, body } = await response;
  await body?.cancel();
  return status;
}

describe("when several of the greatest permitted queries come at once, with a heap of 384 MB", () => {
  it.each([
    ["cold", 0],
    ["compiled", 8],
  ])(
    "then all are answered, and so is a small one between them (%s)",
    async (_, warmings) => {
      const running = await start();
      for (let i = 0; i < warmings; i++) expect(await statusOf(post(running, SMALL))).toBe(200);
      const order: string[] = [];
      const large = Array.from({ length: 8 }, async () => {
        const response = await post(running, BODY);
        const { data } = JSON.parse(await response.text());
        order.push("large");
        return data.predictHousePrices.length;
      });
      await sleep(200);
      const small = post(running, SMALL).then((response) => {
        order.push("small");
        return response.status;
      });
      expect(await Promise.all(large)).toEqual(Array(8).fill(ROWS));
      expect(await small).toBe(200);
      expect(order.indexOf("small")).toBeLessThan(order.length - 1);
    },
    120_000,
  );

  it("then those beyond the queue get 503, with the seconds after which to come again", async () => {
    const running = await start();
    const responses = await Promise.all(Array.from({ length: 30 }, () => post(running, BODY)));
    const refused = responses.filter(({ status }) => status === 503);
    expect(refused.length).toBeGreaterThan(0);
    expect(responses.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(9);
    for (const response of refused) {
      expect(response.headers.get("retry-after")).toBe("1");
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "OVERLOADED" } }] });
    }
    await Promise.all(responses.filter(({ status }) => status === 200).map(({ body }) => body?.cancel()));
  }, 120_000);

  it("when clients that wait leave, then their places are free again", async () => {
    const running = await start();
    const leaving = new AbortController();
    const abandoned = Array.from({ length: 9 }, () =>
      post(running, BODY, leaving.signal).catch(() => undefined),
    );
    await sleep(300);
    leaving.abort();
    await Promise.all(abandoned);
    // Those who left are computed no more: eight others find room.
    const statuses = await Promise.all(Array.from({ length: 8 }, () => statusOf(post(running, BODY))));
    expect(statuses).toEqual(Array(8).fill(200));
  }, 120_000);

  it("when the server is told to end, then those that wait are answered first", async () => {
    const running = await start({ DRAIN_GRACE_MS: "0", DRAIN_MS: "60000" });
    const waiting = Array.from({ length: 4 }, () => statusOf(post(running, BODY)));
    await sleep(300);
    running.signal("SIGTERM");
    expect(await Promise.all(waiting)).toEqual([200, 200, 200, 200]);
    expect(await running.ended()).toBe(0);
  }, 120_000);
});
