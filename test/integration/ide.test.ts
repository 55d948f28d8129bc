import { gzipSync } from "node:zlib";
import { IDE_PATHS } from "../../src/pages/ide-paths";
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

describe("when IDE is sandbox", () => {
  let server: string;

  beforeAll(async () => {
    server = await startServer({ IDE: "sandbox", INTROSPECTION: true });
  });

  it("gives a browser the IDE, with the example query filled in and nothing inline", async () => {
    const response = await fetch(`${server}/graphql`, { headers: BROWSER });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    const page = await response.text();
    expect(page).toContain('data-ide="sandbox"');
    const [line] = EXAMPLE_QUERY.split("\n").filter((text) => text.includes("medInc"));
    expect(page).toContain(line.trim());
    expect(page).not.toMatch(/<style|style=|<script(?![^>]* src=)|https?:/);
  });

  it("answers those who want data as before, also by GET", async () => {
    const address = `${server}/graphql?query=${encodeURIComponent("{ __typename }")}`;
    const headers = { accept: "application/json, text/html;q=0.5", "sec-fetch-site": "same-origin" };
    const response = await fetch(address, { headers });
    expect(await response.json()).toEqual({ data: { __typename: "Query" } });
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

describe("when IDE is none and INTROSPECTION is off", () => {
  let server: string;

  beforeAll(async () => {
    server = await startServer({ IDE: "none", INTROSPECTION: false });
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
  it("lets its pages call, and not those of Apollo Studio where Sandbox is not the IDE", async () => {
    const server = await startServer({ IDE: "none", CORS_ORIGINS: [OTHER] });
    expect(allowedOrigin(await postFrom(server, OTHER))).toBe(OTHER);
    expect(allowedOrigin(await preflight(server, OTHER))).toBe(OTHER);
    expect(allowedOrigin(await postFrom(server, STUDIO))).toBeNull();
  });
});

describe("when IDE is graphiql", () => {
  it("gives a browser a page whose policy knows no other host, and no page of others may call", async () => {
    const server = await startServer({ IDE: "graphiql" });
    const response = await fetch(`${server}/graphql`, { headers: BROWSER });
    expect(await response.text()).toContain('data-ide="graphiql"');
    expect(response.headers.get("content-security-policy")).not.toMatch(/https?:|unsafe/);
    expect(allowedOrigin(await postFrom(server, STUDIO))).toBeNull();
  });

  it("serves its files by addresses beside /graphql, and a browser that has them gets none again", async () => {
    const server = await startServer({ IDE: "graphiql" });
    for (const path of IDE_PATHS.keys()) {
      const response = await fetch(`${server}${path}`);
      expect([path, response.status]).toEqual([path, 200]);
      const etag = response.headers.get("etag") ?? "";
      const again = await fetch(`${server}${path}`, { headers: { "if-none-match": etag } });
      expect([path, again.status]).toEqual([path, 304]);
    }
  });

  it("is at most 600 kB compressed", async () => {
    const server = await startServer({ IDE: "graphiql" });
    const sizes = [...IDE_PATHS.keys()].map(async (path) => {
      const response = await fetch(`${server}${path}`);
      return gzipSync(await response.arrayBuffer()).length;
    });
    expect((await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)).toBeLessThan(600_000);
  });
});

it("when IDE is none, then there are none of its files either", async () => {
  const server = await startServer({ IDE: "none" });
  for (const path of IDE_PATHS.keys()) expect((await fetch(`${server}${path}`)).status).toBe(404);
});
