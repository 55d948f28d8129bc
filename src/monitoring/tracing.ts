import type { Span } from "@opentelemetry/api";
import type { FastifyInstance } from "fastify";
import type { Config } from "../config";
import type { OnRequestEnd } from "../connections/ended-request";

declare module "fastify" {
  interface FastifyRequest {
    /** Undefined if tracing is off. */
    span: Span | undefined;
  }
}

/**
 * Creates a span for each request for predictions, as a child of its `traceparent` header (W3C Trace Context), and exports
 * them by OTLP over HTTP. Without an endpoint, nothing is loaded and no hook is added.
 */
export async function useTracing(
  app: FastifyInstance,
  onRequestEnd: OnRequestEnd,
  { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }: Pick<Config, "OTEL_EXPORTER_OTLP_ENDPOINT">,
): Promise<void> {
  if (!endpoint) return;
  const { createTracerProvider, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } = await import(
    "./tracer-provider"
  );
  const provider = createTracerProvider();
  // No code needs the current span, so no context manager is needed.
  provider.register({ contextManager: null });
  const tracer = provider.getTracer("house-price-graphql");

  app.decorateRequest("span", undefined);
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
      request.span = tracer.startSpan(`${request.method} ${route}`, options, parent);
    }
    done();
  });
  onRequestEnd((request, status) => {
    const { span, rootField, operationName, predictions } = request;
    if (!span) return;
    if (rootField) span.updateName(rootField);
    if (operationName) span.setAttribute("graphql.operation.name", operationName);
    if (predictions && predictions.models.length > 0) {
      const { models } = predictions;
      span.setAttribute(
        "house_price.models",
        models.map(({ model }) => model.id),
      );
      span.setAttribute(
        "house_price.rows",
        models.reduce((sum, { rows }) => sum + rows, 0),
      );
    }
    span.setAttribute("http.response.status_code", status);
    if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  });
  // Called when the server is closed: the spans of the last requests are there.
  app.addHook("onClose", async () => {
    await provider
      .shutdown()
      .catch((error: unknown) => app.log.warn({ err: error }, "traces could not be sent"));
    trace.disable();
    propagation.disable();
  });
}
