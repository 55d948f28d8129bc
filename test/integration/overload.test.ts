import fastify, { type FastifyInstance } from "fastify";
import { ERROR_CODES } from "../../model/errors";
import { useOverload } from "../../src/http/overload";

let app: FastifyInstance;
let delay: number;

const told = () => delay;

/** A server that measures how late its event loop is, or is told by the test. */
async function start(limit: number, measure?: () => number): Promise<void> {
  delay = 0;
  app = fastify();
  useOverload(app, { MAX_EVENT_LOOP_DELAY_MS: limit }, measure);
  app.post("/graphql", { config: { predicts: true } }, async () => "answered");
  app.get("/healthz", async () => "up");
  await app.listen();
}

const ask = () => app.inject({ method: "POST", url: "/graphql", payload: {} });

async function looks(times: number): Promise<void> {
  await jest.advanceTimersByTimeAsync(250 * times);
}

beforeEach(() => jest.useFakeTimers({ doNotFake: ["nextTick", "setImmediate", "queueMicrotask"] }));

afterEach(async () => {
  jest.useRealTimers();
  await app.close();
});

describe("a server whose event loop is late", () => {
  it("when it stays late, then queries are sent away with 503 and a time to come again, and health is answered", async () => {
    await start(100, told);
    delay = 101;
    await looks(2);
    const { statusCode, headers, json } = await ask();
    expect(statusCode).toBe(503);
    expect(headers["retry-after"]).toBe("1");
    expect(json()).toEqual({
      errors: [{ message: ERROR_CODES.OVERLOADED, extensions: { code: "OVERLOADED" } }],
    });
    expect((await app.inject("/healthz")).statusCode).toBe(200);
  });

  it("when it has caught up, then queries are answered again", async () => {
    await start(100, told);
    delay = 101;
    await looks(2);
    delay = 100;
    await looks(1);
    expect((await ask()).statusCode).toBe(200);
  });

  it("when it was late once, then queries are answered all the same", async () => {
    await start(100, told);
    delay = 5000;
    await looks(1);
    expect((await ask()).statusCode).toBe(200);
    delay = 0;
    await looks(1);
    expect((await ask()).statusCode).toBe(200);
  });

  it("when the limit is 0, then nobody is ever sent away", async () => {
    await start(0, told);
    delay = 1e9;
    await looks(4);
    expect((await ask()).statusCode).toBe(200);
  });
});

describe("a server that measures the delay of its event loop itself", () => {
  /** Keeps the event loop busy in turns of so many milliseconds each. */
  async function work(turns: number, ms: number): Promise<void> {
    for (let turn = 0; turn < turns; turn++) {
      await new Promise((resolve) => setImmediate(resolve));
      const end = performance.now() + ms;
      while (performance.now() < end);
    }
    // Lets the timers run that are due.
    await new Promise((resolve) => setTimeout(resolve, 0));
  }

  it.each([
    ["shorter than a sample", 10, 100],
    ["longer than a sample", 4, 300],
  ])("when each turn takes long, but is %s, then queries are sent away", async (_what, turns, ms) => {
    jest.useRealTimers();
    await start(60);
    await work(turns, ms);
    expect((await ask()).statusCode).toBe(503);
  });
});
