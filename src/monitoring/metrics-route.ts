import type { FastifyInstance } from "fastify";
import { is, looseObject, string, tuple } from "valibot";
import type { OnRequestEnd } from "../connections/ended-request";
import type { Metrics } from "./metrics";

/** Media type of Prometheus' text format. */
const TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8";

const errorAnswer = looseObject({
  errors: tuple([looseObject({ extensions: looseObject({ code: string() }) })]),
});

/** Gives the whole `/metrics` page: of this process, or of all workers. */
export type MetricsPage = () => Promise<string>;

/**
 * Counts each request and its predictions when it ends, and serves the metrics at `/metrics`.
 *
 * Apollo's error formatting counts GraphQL errors; this counts HTTP errors.
 */
export function useMetrics(
  app: FastifyInstance,
  onRequestEnd: OnRequestEnd,
  metrics: Metrics,
  page: MetricsPage,
): void {
  onRequestEnd((request, status, durationMs) => {
    const operation = request.rootField ?? request.routeOptions.url ?? "other";
    metrics.ended(operation, status, durationMs / 1000);
    if (request.predictions) metrics.predicted(request.predictions);
  });
  // Called for objects alone, which answers of GraphQL are not: they come as text.
  app.addHook("preSerialization", async (_request, _reply, payload) => {
    if (is(errorAnswer, payload)) metrics.failed(payload.errors[0].extensions.code);
    return payload;
  });
  app.get("/metrics", async (_request, reply) => reply.type(TEXT_FORMAT).send(await page()));
}
