import type { Span } from "@opentelemetry/api";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Model } from "../../model/model";
import type { PredictionRecorder } from "../../schema/context";
import type { Config } from "../config";
import type { OnRequestEnd } from "../connections/request-end";

declare module "fastify" {
  interface FastifyRequest {
    /** Undefined if tracing is off. */
    trace: RequestTrace | undefined;
  }
}

/**
 * Creates a span for each request for predictions, as a child of its `traceparent` header (W3C Trace Context), and exports
 * them by OTLP over HTTP. Without an endpoint, nothing is loaded and no hook is added.
 *
 * @returns wraps the recorder of a request, so that its span records the predictions too
 */
export async function useTracing(
  app: FastifyInstance,
  onRequestEnd: OnRequestEnd,
  { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }: Pick<Config, "OTEL_EXPORTER_OTLP_ENDPOINT">,
): Promise<(recorder: PredictionRecorder, request: Pick<FastifyRequest, "trace">) => PredictionRecorder> {
  if (!endpoint) return (recorder) => recorder;
  const { createTracerProvider, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } = await import(
    "./tracer-provider"
  );
  const provider = createTracerProvider();
  // No code needs the current span, so no context manager is needed.
  provider.register({ contextManager: null });
  const tracer = provider.getTracer("house-price-graphql");

  app.decorateRequest("trace", undefined);
  app.addHook("onRequest", (request, _reply, done) => {
    const { url: route = "", config } = request.routeOptions;
    if (config.predicts) {
      const attributes = {
        "http.request.method": request.method,
        "http.route": route,
        "house_price.request_id": request.id,
      };
      const options = { kind: SpanKind.SERVER, attributes };
      const parent = propagation.extract(ROOT_CONTEXT, request.headers);
      request.trace = new RequestTrace(tracer.startSpan(`${request.method} ${route}`, options, parent));
    }
    done();
  });
  onRequestEnd((request, status) => {
    const { rootField, operationName } = request;
    if (request.trace) {
      const { span, models, rows } = request.trace;
      if (rootField) span.updateName(rootField);
      if (operationName) span.setAttribute("graphql.operation.name", operationName);
      if (models.size > 0) {
        span.setAttribute(
          "house_price.models",
          Array.from(models, ({ id }) => id),
        );
        span.setAttribute("house_price.rows", rows);
      }
      span.setAttribute("http.response.status_code", status);
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    }
  });
  // Called when the server is closed: the spans of the last requests are there.
  app.addHook("onClose", async () => {
    await provider
      .shutdown()
      .catch((error: unknown) => app.log.warn({ err: error }, "traces could not be sent"));
    trace.disable();
    propagation.disable();
  });
  return (recorder, request) => request.trace?.before(recorder) ?? recorder;
}

/** The span of a request, and what is to be written on it at the end. */
class RequestTrace {
  readonly models = new Set<Model>();
  rows = 0;

  constructor(readonly span: Span) {}

  /** A recorder that counts for the span, and then tells `next`. */
  before(next: PredictionRecorder): PredictionRecorder {
    return {
      predicted: (model, rows, offset, prediction) => {
        this.models.add(model);
        this.rows++;
        next.predicted(model, rows, offset, prediction);
      },
      batched: (rows) => next.batched(rows),
    };
  }
}
