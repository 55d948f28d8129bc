import { HeaderMap } from "@apollo/server";
import fastify from "fastify";
import { insertDocument, withPersistedQuery } from "../../../../src/graphql/document-id";

const HASH = "a".repeat(64);
const TEXTS = new Map([
  ["prices", "{ prices }"],
  [HASH, "{ hashed }"],
]);

describe("a document that a safelist has", () => {
  /** The body of a request after the text was inserted. */
  async function bodyWith(payload: object | string) {
    const app = fastify();
    app.addHook("preHandler", async (request) => insertDocument(request, TEXTS));
    app.post("/", async ({ body }) => ({ body }));
    const headers = { "content-type": "application/json" };
    return (await app.inject({ method: "POST", url: "/", headers, payload })).json().body;
  }

  it.each([
    [
      { documentId: "prices", variables: { a: 1 } },
      { variables: { a: 1 }, query: "{ prices }" },
    ],
    [{ documentId: HASH }, { query: "{ hashed }" }],
    [{ documentId: `sha256:${HASH}` }, { query: "{ hashed }" }],
    [{ documentId: "prices", query: null }, { query: "{ prices }" }],
  ])("when a request names it, as in %j, then its text replaces the name", async (body, expected) => {
    expect(await bodyWith(body)).toEqual(expected);
  });

  it.each([
    [{ documentId: "unknown" }],
    [{ documentId: 7 }],
    [{ documentId: "prices", query: "{ own }" }],
    [{ documentId: "prices", query: "" }],
    [{ query: "{ own }" }],
    [[{ documentId: "prices" }]],
  ])("when a request is %j, then it stays as it is", async (body) => {
    expect(await bodyWith(body)).toEqual(body);
  });

  it("when a request has no body, then nothing happens", async () => {
    expect(await bodyWith("null")).toBeNull();
  });
});

describe("a document that Apollo Server is to find", () => {
  const post = (body: unknown) =>
    withPersistedQuery({ method: "POST", headers: new HeaderMap(), search: "", body }).body;
  const persisted = (sha256Hash: string) => ({ version: 1, sha256Hash });

  it.each([
    [{ documentId: HASH }, { documentId: HASH, extensions: { persistedQuery: persisted(HASH) } }],
    [
      { documentId: `sha256:${HASH}`, query: null },
      { documentId: `sha256:${HASH}`, query: null, extensions: { persistedQuery: persisted(HASH) } },
    ],
    [
      { documentId: "x", extensions: { a: 1, persistedQuery: {} } },
      { documentId: "x", extensions: { a: 1, persistedQuery: persisted("x") } },
    ],
    [
      { documentId: "x", extensions: ["a"] },
      { documentId: "x", extensions: { persistedQuery: persisted("x") } },
    ],
  ])("when the body is %j, then an extension names it", (body, expected) => {
    expect(post(body)).toEqual(expected);
  });

  it.each([[{ documentId: "x", query: "{ own }" }], [{ query: "{ own }" }], [[]], [null], ["x"]])(
    "when the body is %j, then it stays as it is",
    (body) => {
      expect(post(body)).toBe(body);
    },
  );
});

describe("a document that a GET names", () => {
  /** The parameters that Apollo Server reads. */
  const get = (search: string) =>
    Object.fromEntries(
      new URLSearchParams(
        withPersistedQuery({ method: "GET", headers: new HeaderMap(), search, body: undefined }).search,
      ),
    );

  it("is named by an extension, beside those that there are", () => {
    expect(get(`?documentId=sha256:${HASH}&variables=%7B%7D`)).toEqual({
      documentId: `sha256:${HASH}`,
      variables: "{}",
      extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash: HASH } }),
    });
    expect(get('?documentId=x&extensions={"a":1}').extensions).toBe(
      '{"a":1,"persistedQuery":{"version":1,"sha256Hash":"x"}}',
    );
  });

  it.each([
    "?query={own}",
    "?documentId=x&query={own}",
    "?documentId=x&documentId=y",
    "?documentId=x&extensions=[]",
    "?documentId=x&extensions={",
  ])("when the query string is %s, then it stays as it is", (search) => {
    const request = { method: "GET", headers: new HeaderMap(), search, body: undefined };
    expect(withPersistedQuery(request)).toBe(request);
  });

  it("starts with a question mark", () => {
    const request = { method: "GET", headers: new HeaderMap(), search: "?documentId=x", body: undefined };
    expect(withPersistedQuery(request).search).toMatch(/^\?documentId=x&extensions=/);
  });
});
