import fastify from "fastify";
import { type Config, loadConfig } from "../../../../src/config";
import { corsOrigins, useCors } from "../../../../src/http/cors";

const config = (environment: NodeJS.ProcessEnv = {}): Config => loadConfig({ IDE: "none", ...environment });

const EXPOSED = "etag, ratelimit-limit, ratelimit-remaining, ratelimit-reset, retry-after, x-request-id";

/** The CORS headers of a request. */
async function headersOf(settings: Config, method: "GET" | "OPTIONS", headers: Record<string, string>) {
  const app = fastify();
  const shared = await useCors(app, settings);
  app.get("/", async () => "");
  const answer = await app.inject({ method, url: "/", headers });
  const cors = Object.entries(answer.headers).filter(([name]) => /^(access-control|vary)/.test(name));
  return { shared, cors: Object.fromEntries(cors), status: answer.statusCode };
}

describe("the allowed origins", () => {
  it("are the configured ones, and Apollo's where its Sandbox is the IDE", () => {
    const CORS_ORIGINS = "https://a.example,https://b.example";
    const own = ["https://a.example", "https://b.example"];
    expect(corsOrigins(config({ CORS_ORIGINS }))).toEqual(own);
    expect(corsOrigins(config({ CORS_ORIGINS, IDE: "graphiql" }))).toEqual(own);
    expect(corsOrigins(config({ CORS_ORIGINS, IDE: "sandbox" }))).toEqual([
      ...own,
      "https://studio.apollographql.com",
    ]);
  });
});

describe("CORS", () => {
  const origin = "https://a.example";

  it("when no origin is allowed, then there is none", async () => {
    expect(await headersOf(config(), "GET", { origin })).toEqual({ shared: {}, cors: {}, status: 200 });
  });

  it("when an origin is allowed, then its pages may read the answers and some of their headers", async () => {
    const { cors, shared } = await headersOf(config({ CORS_ORIGINS: origin }), "GET", { origin });
    expect(cors).toEqual({
      vary: "Origin",
      "access-control-allow-origin": origin,
      "access-control-expose-headers": EXPOSED,
    });
    expect(shared).toEqual({ vary: "Origin", "access-control-expose-headers": EXPOSED });
  });

  it("when a request names no origin, then it has the headers that are told as shared", async () => {
    const { cors, shared } = await headersOf(
      config({ CORS_ORIGINS: `${origin},https://b.example` }),
      "GET",
      {},
    );
    expect(cors).toEqual(shared);
  });

  it("when a page of another origin asks, then it is not allowed", async () => {
    const settings = config({ CORS_ORIGINS: `${origin},https://b.example` });
    const { cors } = await headersOf(settings, "GET", { origin: "https://evil.example" });
    expect(cors).not.toHaveProperty("access-control-allow-origin");
  });

  it("a preflight, which may lack the method, is answered for ten minutes", async () => {
    const { cors, status } = await headersOf(config({ CORS_ORIGINS: origin }), "OPTIONS", { origin });
    expect([status, cors]).toEqual([
      204,
      expect.objectContaining({
        "access-control-allow-methods": "GET, POST",
        "access-control-max-age": "600",
      }),
    ]);
  });
});
