import fastify, { type FastifyInstance } from "fastify";
import { ERROR_CODES } from "../../model/errors";
import { useOverload } from "../../src/http/overload";

let app: FastifyInstance;
let delay: number;

/** A server whose event loop is as late as the test says. */
async function start(limit: number): Promise<void> {
  delay = 0;
  app = fastify();
  useOverload(app, { MAX_EVENT_LOOP_DELAY_MS: limit }, () => delay);
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
    await start(100);
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
    await start(100);
    delay = 101;
    await looks(2);
    delay = 100;
    await looks(1);
    expect((await ask()).statusCode).toBe(200);
  });

  it("when it was late once, then queries are answered all the same", async () => {
    await start(100);
    delay = 5000;
    await looks(1);
    expect((await ask()).statusCode).toBe(200);
    delay = 0;
    await looks(1);
    expect((await ask()).statusCode).toBe(200);
  });

  it("when the limit is 0, then nobody is ever sent away", async () => {
    await start(0);
    delay = 1e9;
    await looks(4);
    expect((await ask()).statusCode).toBe(200);
  });
});
