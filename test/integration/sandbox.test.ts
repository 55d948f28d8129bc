import { EXAMPLE_QUERY } from "../support/example-query";
import { ask, dataOf, errorOf } from "../support/graphql-request";
import { startServer } from "../support/server";

const STUDIO = "https://studio.apollographql.com";
const OTHER = "https://example.org";
const BROWSER = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
const INTROSPECTION = "{ __schema { queryType { name } } }";

const preflight = (server: string, origin: string) =>
  fetch(`${server}/graphql`, {
    method: "OPTIONS",
    headers: {
      origin,
      "access-control-request-method": "POST",
      "access-control-request-headers": "content-type,x-apollo-operation-name",
    },
  });

const postFrom = (server: string, origin: string) =>
  fetch(`${server}/graphql`, {
    method: "POST",
    headers: { origin, "content-type": "application/json" },
    body: JSON.stringify({ query: "{ models { name } }" }),
  });

const allowedOrigin = ({ headers }: Response) => headers.get("access-control-allow-origin");

describe("when SANDBOX is on", () => {
  let server: string;

  beforeAll(async () => {
    server = await startServer({ SANDBOX: true, INTROSPECTION: true });
  });

  it("gives a browser Apollo Sandbox, with the example query filled in", async () => {
    const response = await fetch(`${server}/graphql`, { headers: BROWSER });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toContain("text/html");
    const page = await response.text();
    expect(page).toContain("embeddable-sandbox.cdn.apollographql.com");
    // The page holds the query as a JSON text inside a script.
    const [line] = EXAMPLE_QUERY.split("\n").filter((text) => text.includes("medInc"));
    expect(page).toContain(line.trim());
  });

  it("lets Sandbox ask for the schema", async () => {
    expect(dataOf(await ask(server, INTROSPECTION))).toEqual({ __schema: { queryType: { name: "Query" } } });
  });

  it("lets the pages of Apollo Studio call it, preflight first", async () => {
    const answer = await preflight(server, STUDIO);
    expect(answer.status).toBe(204);
    expect(allowedOrigin(answer)).toBe(STUDIO);
    expect(answer.headers.get("access-control-allow-methods")).toContain("POST");
    expect(answer.headers.get("access-control-allow-headers")).toContain("content-type");
    const response = await postFrom(server, STUDIO);
    expect(response.status).toBe(200);
    expect(allowedOrigin(response)).toBe(STUDIO);
    expect(response.headers.get("access-control-expose-headers")).toContain("x-request-id");
  });

  it("lets no other page read its answers", async () => {
    for (const response of [await preflight(server, OTHER), await postFrom(server, OTHER)]) {
      expect(allowedOrigin(response)).toBeNull();
    }
  });
});

describe("when SANDBOX and INTROSPECTION are off", () => {
  let server: string;

  beforeAll(async () => {
    server = await startServer({ SANDBOX: false, INTROSPECTION: false });
  });

  it("gives a browser no page", async () => {
    const response = await fetch(`${server}/graphql`, { headers: BROWSER });
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toContain("application/json");
  });

  it("does not tell its schema, nor by a hint", async () => {
    expect(errorOf(await ask(server, INTROSPECTION)).extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
    const { message } = errorOf(await ask(server, "{ modelsInfo { name } }"));
    expect(message).not.toContain("Did you mean");
  });

  it("sends no CORS header to anyone", async () => {
    for (const response of [await preflight(server, STUDIO), await postFrom(server, STUDIO)]) {
      for (const [name] of response.headers) expect(name).not.toMatch(/^access-control-/);
    }
  });

  it("still answers queries", async () => {
    expect(dataOf(await ask(server, "{ __typename }"))).toEqual({ __typename: "Query" });
  });
});

describe("when CORS_ORIGINS names an origin", () => {
  it("lets its pages call, and not those of Apollo Studio where SANDBOX is off", async () => {
    const server = await startServer({ SANDBOX: false, CORS_ORIGINS: [OTHER] });
    expect(allowedOrigin(await postFrom(server, OTHER))).toBe(OTHER);
    expect(allowedOrigin(await preflight(server, OTHER))).toBe(OTHER);
    expect(allowedOrigin(await postFrom(server, STUDIO))).toBeNull();
  });
});
