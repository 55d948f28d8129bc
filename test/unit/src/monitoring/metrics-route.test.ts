import fastify, { type FastifyInstance } from "fastify";
import { ModelCatalogue } from "../../../../model/registry/catalogue";
import type { EndedRequest, EndListener } from "../../../../src/connections/ended-request";
import { errorBody } from "../../../../src/http/error-body";
import { exposeMetrics } from "../../../../src/monitoring/exposition";
import { Metrics } from "../../../../src/monitoring/metrics";
import { useMetrics } from "../../../../src/monitoring/metrics-route";
import { RequestPredictions } from "../../../../src/monitoring/request-predictions";
import { CALIFORNIA } from "../../../support/california";
import { parseMetrics } from "../../../support/metrics-page";
import { modelVariant } from "../../../support/model-variants";

const REQUEST: EndedRequest = {
  id: "r1",
  method: "POST",
  url: "/x?y",
  operationName: "Any",
  rootField: undefined,
  apiKeyName: undefined,
  span: undefined,
  predictions: undefined,
  routeOptions: { url: "/x" },
};

let app: FastifyInstance;
let ended: EndListener;

beforeEach(() => {
  const metrics = new Metrics(() => new ModelCatalogue([modelVariant("a", 1, 1)]));
  app = fastify();
  useMetrics(
    app,
    (listener) => {
      ended = listener;
    },
    metrics,
    () => exposeMetrics([metrics.collect()]),
  );
});

const metricsNow = async () => parseMetrics((await app.inject("/metrics")).body);
const requests = async (labels: string) => {
  const page = await metricsNow();
  return ["count", "sum"].map((part) => page.get(`house_price_request_duration_seconds_${part}{${labels}}`));
};

describe("the metrics of the server", () => {
  it("are a page of Prometheus' text", async () => {
    expect((await app.inject("/metrics")).headers["content-type"]).toBe(
      "text/plain; version=0.0.4; charset=utf-8",
    );
  });

  it.each([
    [{ rootField: "models" }, "models"],
    [{}, "/x"],
    [{ routeOptions: {} }, "other"],
  ])("have the time of a request like %j as that of %s, in seconds", async (changes, operation) => {
    ended({ ...REQUEST, ...changes }, 200, 500);
    ended({ ...REQUEST, ...changes }, 200, 1500);
    expect(await requests(`operation="${operation}",status="200"`)).toEqual([2, 2]);
  });

  it("have what a request predicted", async () => {
    const predictions = new RequestPredictions();
    predictions.batched(1, 0);
    predictions.predicted(modelVariant("a", 1, 1), CALIFORNIA.emptyRow(), 0, 2);
    ended({ ...REQUEST, predictions }, 200, 1);
    const page = await metricsNow();
    expect(page.get('house_price_predictions_total{model="a",version="1"}')).toBe(1);
  });

  it("have the errors of answers, by their codes", async () => {
    app.get("/fails", async () => errorBody("NOT_FOUND"));
    app.get("/other", async () => ({ errors: [], data: 1 }));
    for (const path of ["/fails", "/fails", "/other"]) await app.inject(path);
    const page = await metricsNow();
    const errors = [...page].filter(
      ([name, count]) => name.startsWith("house_price_errors_total") && count > 0,
    );
    expect(errors).toEqual([['house_price_errors_total{code="NOT_FOUND"}', 2]]);
    expect((await app.inject("/fails")).json()).toEqual(errorBody("NOT_FOUND"));
  });
});
