import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { FROM_SOURCES, ServerProcess, until } from "../support/server-process";

interface Attribute {
  readonly key: string;
  readonly value: Record<string, unknown>;
}

interface SentSpan {
  readonly name: string;
  readonly traceId: string;
  readonly parentSpanId?: string;
  readonly kind: number;
  readonly status: { readonly code?: number };
  readonly attributes: readonly Attribute[];
}

/** A collector of OpenTelemetry, as small as it can be: what it was sent, by OTLP as JSON over HTTP. */
class Collector {
  readonly spans: SentSpan[] = [];
  readonly paths: string[] = [];
  readonly services: unknown[] = [];
  readonly headers: unknown[] = [];

  private constructor(private readonly server: Server) {
    server.on("request", async (request, response) => {
      let text = "";
      for await (const chunk of request) text += chunk;
      this.paths.push(String(request.url));
      this.headers.push(request.headers["x-key"]);
      for (const { resource, scopeSpans } of JSON.parse(text).resourceSpans) {
        this.services.push(attributesOf(resource.attributes)["service.name"]);
        for (const { spans } of scopeSpans) this.spans.push(...spans);
      }
      response.end("{}");
    });
  }

  static async start(): Promise<Collector> {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    return new Collector(server);
  }

  get url(): string {
    const address = this.server.address();
    return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
  }
}

/** Values by key; OTLP names each value's type. */
function attributesOf(attributes: readonly Attribute[]): Record<string, unknown> {
  const plain = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null) return value;
    if ("values" in value && Array.isArray(value.values)) return value.values.map(plain);
    return plain(Object.values(value)[0]);
  };
  return Object.fromEntries(attributes.map(({ key, value }) => [key, plain(value)]));
}

const TRACE = "0af7651916cd43dd8448eb211c80319c";
const PARENT = "b7ad6b7169203331";
const BATCH =
  'query Two { predictHousePrices(inputs: [{medInc: 3, aveRooms: 5, aveOccup: 2}, {medInc: 4, aveRooms: 5, aveOccup: 2}], model: {name: "linear", version: 1}) { __typename } }';

let collector: Collector;
let server: ServerProcess | undefined;

async function start(environment: NodeJS.ProcessEnv = {}, program?: string[]): Promise<ServerProcess> {
  const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_BSP_SCHEDULE_DELAY: "60000" };
  server = ServerProcess.spawn({ DRAIN_GRACE_MS: "0", ...endpoint, ...environment }, { program });
  return server.ready();
}

function ask(running: ServerProcess, query: string, headers: Record<string, string> = {}): Promise<Response> {
  return running.send("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query }),
  });
}

beforeEach(async () => {
  collector = await Collector.start();
});

afterEach(async () => {
  await server?.stop();
  server = undefined;
  await collector.stop();
});

it("when a traced client asks, then its span is the parent of one that tells operation, status, model and rows", async () => {
  const running = await start({ OTEL_EXPORTER_OTLP_HEADERS: "x-key=secret" });
  await ask(running, BATCH, { traceparent: `00-${TRACE}-${PARENT}-01`, "x-request-id": "mine" });
  running.signal("SIGTERM");
  // The spans are sent as the server ends, long before their minute is over.
  expect(await running.ended()).toBe(0);

  expect(collector.paths).toEqual(["/v1/traces"]);
  expect(collector.headers).toEqual(["secret"]);
  expect(collector.services).toEqual(["house-price-graphql"]);
  const [span, ...others] = collector.spans;
  expect(others).toEqual([]);
  expect(span).toMatchObject({ name: "predictHousePrices", traceId: TRACE, parentSpanId: PARENT, kind: 2 });
  expect(attributesOf(span.attributes)).toEqual({
    "http.request.method": "POST",
    "http.route": "/graphql",
    "http.response.status_code": 200,
    "graphql.operation.name": "Two",
    "house_price.request_id": "mine",
    "house_price.models": ["linear@1"],
    "house_price.rows": 2,
  });
});

it("when an inference request is traced, then its span tells route, model and rows", async () => {
  const running = await start({ INFERENCE_PROTOCOL: "true" });
  const tensor = (name: string) => ({ name, shape: [2], datatype: "FP64", data: [3, 4] });
  const answer = await running.send("/v2/models/linear/versions/1/infer", {
    method: "POST",
    headers: { "content-type": "application/json", traceparent: `00-${TRACE}-${PARENT}-01` },
    body: JSON.stringify({ inputs: ["MedInc", "AveRooms", "AveOccup"].map(tensor) }),
  });
  expect(answer.status).toBe(200);
  running.signal("SIGTERM");
  expect(await running.ended()).toBe(0);
  const [span] = collector.spans;
  expect(span).toMatchObject({ traceId: TRACE, parentSpanId: PARENT });
  expect(attributesOf(span.attributes)).toMatchObject({
    "http.route": "/v2/models/:name/versions/:version/infer",
    "house_price.models": ["linear@1"],
    "house_price.rows": 2,
  });
});

it("when a request is refused, or asks for health, then the first is traced without a model and the second not", async () => {
  const running = await start({ OTEL_SERVICE_NAME: "prices", OTEL_BSP_SCHEDULE_DELAY: "50" });
  await running.get("/healthz");
  await ask(running, "{ nonsense }");
  await until(() => collector.spans.length > 0, "a span");
  const [span] = collector.spans;
  expect(span.name).toBe("POST /graphql");
  expect(span.traceId).toMatch(/^[0-9a-f]{32}$/);
  const attributes = attributesOf(span.attributes);
  expect(attributes["http.response.status_code"]).toBe(400);
  expect(attributes).not.toHaveProperty(["house_price.models"]);
  expect(collector.services).toEqual(["prices"]);
});

it("when the caller has decided not to record, then nothing is sent", async () => {
  const running = await start();
  await ask(running, BATCH, { traceparent: `00-${TRACE}-${PARENT}-00` });
  running.signal("SIGTERM");
  expect(await running.ended()).toBe(0);
  expect(collector.paths).toEqual([]);
});

it("when nobody collects, then requests are answered, and the server ends in time", async () => {
  const running = await start({
    OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:9",
    OTEL_BSP_SCHEDULE_DELAY: "10",
  });
  for (let i = 0; i < 20; i++) expect((await ask(running, BATCH)).status).toBe(200);
  running.signal("SIGTERM");
  expect(await running.ended()).toBe(0);
});

it("when no endpoint is set, then no package of OpenTelemetry is loaded", async () => {
  const told = { OTEL_EXPORTER_OTLP_ENDPOINT: "", NODE_OPTIONS: "--require ./test/support/tell-loaded.cjs" };
  // In the built server all packages are one file.
  const running = await start(told, FROM_SOURCES);
  await ask(running, BATCH);
  running.signal("SIGTERM");
  await running.ended();
  const loaded: string[] = JSON.parse((await running.logged("LOADED ")).slice("LOADED ".length));
  expect(loaded.some((path) => path.includes("/fastify/"))).toBe(true);
  expect(loaded.filter((path) => /@opentelemetry|prom-client/.test(path))).toEqual([]);
});
