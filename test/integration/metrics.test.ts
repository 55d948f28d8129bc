import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import { version } from "../../package.json";
import { until } from "../support/server-process";
import { createTestApp, inject, metricsOf } from "../support/test-app";

const ORDINARY = "medInc: 3.5, aveRooms: 5, aveOccup: 2";
const ONE = `{ predictHousePrice(input: {${ORDINARY}}) { predictedHousePrice } }`;

let app: FastifyInstance;

beforeEach(async () => {
  app = await createTestApp({ INTROSPECTION: "true" });
});

afterEach(() => app.close());

/** What is at 0 from the start, so that an alert sees the first one. */
const UNSEEN = {
  '{code="INTERNAL_SERVER_ERROR"}': 0,
  '{code="MODEL_UNAVAILABLE"}': 0,
  '{code="OVERLOADED"}': 0,
};

/** What a scrape says of one metric. */
async function series(name: string): Promise<Record<string, number>> {
  const found = [...(await metricsOf(app))].filter(([each]) => each === name || each.startsWith(`${name}{`));
  return Object.fromEntries(found.map(([each, value]) => [each.slice(name.length), value]));
}

describe("/metrics", () => {
  it("when requests were answered, then each is counted by root field and status, whatever clients name it", async () => {
    await inject(app, ONE);
    await inject(app, `query Evil1 ${ONE}`);
    await inject(app, `query Evil2 ${ONE}`);
    await inject(app, "{ models { name } modelInfo { name } }");
    await inject(app, "{ nonsense }");
    await app.inject("/no/such/path/1");
    await app.inject("/no/such/path/2");
    expect(await series("house_price_request_duration_seconds_count")).toEqual({
      '{operation="predictHousePrice",status="200"}': 3,
      '{operation="several",status="200"}': 1,
      '{operation="/graphql",status="400"}': 1,
      '{operation="other",status="404"}': 2,
    });
  });

  it("when clients name a thousand operations, then the page has no more series", async () => {
    await inject(app, ONE);
    await metricsOf(app);
    const before = [...(await metricsOf(app)).keys()].filter((name) => name.startsWith("house_price"));
    for (let i = 0; i < 1000; i++) await inject(app, `query Name${i} { alias${i}: models { name } }`);
    const after = [...(await metricsOf(app)).keys()].filter((name) => name.startsWith("house_price"));
    const added = after.filter((name) => !before.includes(name) && !name.includes('operation="models"'));
    expect(added).toEqual([]);
  });

  it("when rows were predicted, then they are counted by model, and batches by their rows", async () => {
    await inject(app, ONE);
    const whole = `{${ORDINARY}, houseAge: 20, aveBedrms: 1, population: 900, latitude: 37, longitude: -121}`;
    await inject(
      app,
      `{ predictHousePrices(inputs: [${whole}, ${whole}], model: {name: "linear", version: 2}) { __typename } }`,
    );
    expect(await series("house_price_predictions_total")).toEqual({
      '{model="linear",version="1"}': 1,
      '{model="linear",version="2"}': 2,
    });
    expect(await series("house_price_batch_rows_sum")).toEqual({ "": 2 });
    expect(await series("house_price_batch_rows_count")).toEqual({ "": 1 });
  });

  it("when a row is refused, then it is not counted as predicted", async () => {
    await inject(
      app,
      "{ predictHousePrices(inputs: [{medInc: -1, aveRooms: 5, aveOccup: 2}]) { __typename } }",
    );
    expect(await series("house_price_predictions_total")).toEqual({});
    expect(await series("house_price_batch_rows_sum")).toEqual({ "": 1 });
  });

  it("when rows are unlike the training rows, then that is seen though nobody asks for warnings", async () => {
    await inject(app, ONE);
    expect(await series("house_price_warnings_total")).toEqual({});
    await inject(
      app,
      `{ predictHousePrice(input: {medInc: 40, aveRooms: 5, aveOccup: 2}, model: {name: "linear", version: 1}) { predictedHousePrice } }`,
    );
    expect(await series("house_price_warnings_total")).toEqual({
      '{model="linear",version="1",code="FEATURE_OUT_OF_RANGE",feature="medInc"}': 1,
      '{model="linear",version="1",code="UNUSUAL_COMBINATION",feature=""}': 1,
      '{model="linear",version="1",code="PREDICTION_OUT_OF_RANGE",feature=""}': 1,
    });
  });

  it("when it is built, then its version and that of Node.js are told", async () => {
    expect(await series("house_price_build_info")).toEqual({
      [`{version="${version}",node="${process.version}"}`]: 1,
    });
  });

  it("when nothing has been measured yet, then no event-loop lag is told, and later a plausible one", async () => {
    const lag = (page: Map<string, number>) =>
      [...page].filter(([name]) => name.startsWith("nodejs_eventloop_lag"));
    expect(lag(await metricsOf(app))).toEqual([]);
    expect(lag(await metricsOf(app))).toEqual([]);
    const measured = await until(async () => {
      const found = lag(await metricsOf(app));
      // Each look begins a new measurement, so it has to last for longer than the interval between two samples.
      if (found.length === 0) await sleep(50);
      return found.length > 0 ? found : undefined;
    }, "an event-loop lag");
    expect(measured).toHaveLength(8);
    for (const [name, value] of measured) {
      expect({ name, plausible: value >= 0 && value < 60 }).toEqual({ name, plausible: true });
    }
  });

  it("when requests are refused, then the errors are counted by code, of GraphQL and of HTTP", async () => {
    await inject(app, "{ nonsense }");
    await inject(app, "{ other, nonsense }");
    await inject(app, "{");
    await inject(
      app,
      "{ predictHousePrice(input: {medInc: -1, aveRooms: 5, aveOccup: 2}) { predictedHousePrice } }",
    );
    await app.inject("/no/such/path");
    await app.inject({
      method: "POST",
      url: "/graphql",
      payload: "<x/>",
      headers: { "content-type": "text/xml" },
    });
    await app.inject("/%zz");
    expect(await series("house_price_errors_total")).toEqual({
      ...UNSEEN,
      '{code="BAD_REQUEST"}': 1,
      '{code="GRAPHQL_VALIDATION_FAILED"}': 3,
      '{code="GRAPHQL_PARSE_FAILED"}': 1,
      '{code="BAD_USER_INPUT"}': 1,
      '{code="NOT_FOUND"}': 1,
      '{code="UNSUPPORTED_MEDIA_TYPE"}': 1,
    });
  });

  it("when it is asked, then it tells the served models, and the process's memory", async () => {
    const page = await metricsOf(app);
    expect(page.get("house_price_models")).toBe(2);
    const info = [...page.keys()].filter((name) => name.startsWith("house_price_model_info"));
    expect(info).toHaveLength(2);
    expect(info[0]).toMatch(/model="linear",version="1",sha256="[0-9a-f]{64}",pinned="false"/);
    expect(page.get("process_resident_memory_bytes")).toBeGreaterThan(10_000_000);
    expect([...page.keys()]).toContain("process_start_time_seconds");
  });

  it("when it is asked, then it answers in Prometheus' text format", async () => {
    const { headers, body } = await app.inject("/metrics");
    expect(headers["content-type"]).toBe("text/plain; version=0.0.4; charset=utf-8");
    expect(body).toMatch(/^# HELP house_price_request_duration_seconds .+\n# TYPE .+ histogram\n/);
  });
});

it("when METRICS is off, then there is no such page", async () => {
  const silent = await createTestApp({ METRICS: "false" });
  expect((await silent.inject("/metrics")).statusCode).toBe(404);
  expect((await inject(silent, ONE)).statusCode).toBe(200);
  await silent.close();
});
