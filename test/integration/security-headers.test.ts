import { startServer } from "../support/server";

const JSON_POLICY = "default-src 'none'; frame-ancestors 'none'";

let server: string;

beforeAll(async () => {
  server = await startServer({ IDE: "sandbox" });
});

const post = (body: string) =>
  fetch(`${server}/graphql`, { method: "POST", headers: { "content-type": "application/json" }, body });

describe("an answer of data", () => {
  it.each([
    ["data", () => post('{"query": "{ __typename }"}')],
    ["an error", () => post("{")],
    ["no such path", () => fetch(`${server}/nowhere`)],
    ["health", () => fetch(`${server}/healthz`)],
  ])("tells browsers to load nothing, frame nothing and guess nothing: %s", async (_what, request) => {
    const { headers } = await request();
    expect(headers.get("content-security-policy")).toBe(JSON_POLICY);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-powered-by")).toBeNull();
    expect(headers.get("server")).toBeNull();
  });
});

describe("the IDE", () => {
  it("runs its own script and Apollo's, frames Apollo's page alone, and is framed by nobody", async () => {
    const response = await fetch(`${server}/graphql`, { headers: { accept: "text/html" } });
    expect(response.headers.get("content-type")).toContain("text/html");
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self' https://embeddable-sandbox.cdn.apollographql.com;");
    expect(policy).toContain("frame-src https://sandbox.embed.apollographql.com;");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
  });
});
