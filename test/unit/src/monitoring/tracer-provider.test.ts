import type { ReadableSpan } from "@opentelemetry/sdk-trace-node";
import { createTracerProvider } from "../../../../src/monitoring/tracer-provider";

const VARIABLES = ["OTEL_SERVICE_NAME", "OTEL_RESOURCE_ATTRIBUTES"];

let before: NodeJS.ProcessEnv;

beforeEach(() => {
  before = { ...process.env };
  for (const name of VARIABLES) delete process.env[name];
});
afterEach(() => {
  process.env = before;
});

const isReadable = (span: object): span is ReadableSpan => "resource" in span;

/** What the spans of this process say of where they come from. */
async function attributes() {
  const provider = createTracerProvider();
  // It does not end, so nothing is sent.
  const span = provider.getTracer("test").startSpan("a");
  await provider.shutdown();
  if (!isReadable(span)) throw new Error("The span is not recorded.");
  return span.resource.attributes;
}

describe("the spans of the server", () => {
  it("name the service and the process", async () => {
    expect(await attributes()).toMatchObject({
      "service.name": "house-price-graphql",
      "process.pid": process.pid,
    });
  });

  it("when the environment says otherwise, then that counts", async () => {
    process.env.OTEL_SERVICE_NAME = "prices";
    process.env.OTEL_RESOURCE_ATTRIBUTES = "deployment.environment=test";
    expect(await attributes()).toMatchObject({
      "service.name": "prices",
      "deployment.environment": "test",
      "process.pid": process.pid,
    });
  });
});
