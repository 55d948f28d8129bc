import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from "@opentelemetry/resources";
import { BatchSpanProcessor, NodeTracerProvider } from "@opentelemetry/sdk-trace-node";

export { propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";

/** How long it is tried to send spans, unless OTEL_EXPORTER_OTLP_TIMEOUT says otherwise. */
const EXPORT_TIMEOUT_MS = 3_000;

/** Endpoint, headers, sampler and limits are read from the standard `OTEL_*` variables by the packages themselves. */
export function createTracerProvider(): NodeTracerProvider {
  const resource = defaultResource()
    .merge(resourceFromAttributes({ "service.name": "house-price-graphql", "process.pid": process.pid }))
    .merge(detectResources({ detectors: [envDetector] }));
  // The package would try for ten seconds, which is longer than a server may take to end.
  const patience = process.env.OTEL_EXPORTER_OTLP_TIMEOUT ? {} : { timeoutMillis: EXPORT_TIMEOUT_MS };
  return new NodeTracerProvider({
    resource,
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter(patience))],
  });
}
