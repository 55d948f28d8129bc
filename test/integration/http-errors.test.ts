import { connect } from "node:net";
import { Model } from "../../model/model";
import { ModelCatalogue } from "../../model/registry/catalogue";
import { CALIFORNIA } from "../support/california";
import { committedFile } from "../support/committed-models";
import { type Answer, ask, errorOf, post, send } from "../support/graphql-request";
import { startServer } from "../support/server";

let server: string;

beforeAll(async () => {
  server = await startServer();
});

const VALID = JSON.stringify({ query: "{ models { name } }" });

function expectRefused(answer: Answer, status: number, code: string): void {
  expect(answer.status).toBe(status);
  expect(errorOf(answer).extensions).toEqual({ code });
  expect(answer.text).not.toMatch(/stacktrace|node_modules|\n\s+at /);
}

describe("when the request is not one for GraphQL", () => {
  it.each([
    ["malformed JSON", '{"query":'],
    ["an empty body", ""],
    ["a batch", `[${VALID}]`],
    ["no query", "{}"],
    ["a query that is no text", '{"query": 3}'],
    ["variables that are no object", '{"query": "{ models { name } }", "variables": "x"}'],
    ["null", "null"],
    ["a __proto__", '{"__proto__": {"x": 1}, "query": "{ models { name } }"}'],
  ])("answers 400 to %s", async (_what, body) => {
    expectRefused(await post(server, body), 400, "BAD_REQUEST");
  });

  it("answers 413 to a body of 2 MB", async () => {
    const body = JSON.stringify({ query: `{ models { name } } #${"x".repeat(2_000_000)}` });
    expectRefused(await post(server, body), 413, "PAYLOAD_TOO_LARGE");
  });

  it.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/xml",
    "x",
  ])("answers 415 to the content type %s", async (type) => {
    expectRefused(await post(server, VALID, { "content-type": type }), 415, "UNSUPPORTED_MEDIA_TYPE");
  });

  it("answers 400 to a GET that a foreign page has a browser send, and 200 to one that none could", async () => {
    const url = `${server}/graphql?query=${encodeURIComponent("{ models { name } }")}`;
    const foreign = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" };
    expectRefused(await send(url, { headers: foreign }), 400, "BAD_REQUEST");
    expect(await send(url)).toMatchObject({ status: 200 });
    expect(await send(url, { headers: { "apollo-require-preflight": "true" } })).toMatchObject({
      status: 200,
    });
  });

  it("answers 406 to a caller that does not take JSON", async () => {
    expectRefused(await post(server, VALID, { accept: "image/png" }), 406, "BAD_REQUEST");
  });

  it("answers 200 with a code of its own to the hash of a query that it does not hold", async () => {
    const body = JSON.stringify({
      extensions: { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } },
    });
    expect(errorOf(await post(server, body)).extensions).toEqual({ code: "PERSISTED_QUERY_NOT_FOUND" });
  });
});

describe("when the path or the method is another", () => {
  it.each(["/page", "/graphql/", "/graphql/x", "/favicon.ico", "/..%2f..%2fetc%2fpasswd"])(
    "answers 404 to %s",
    async (path) => {
      expectRefused(await send(server + path), 404, "NOT_FOUND");
    },
  );

  it("does not repeat the query string, which may hold input values", async () => {
    const { text } = await send(`${server}/nowhere?medInc=3.14159`);
    expect(text).toContain("/nowhere");
    expect(text).not.toContain("3.14159");
  });

  it.each([
    ["/graphql", "PUT", "GET, POST"],
    ["/graphql?x=1", "DELETE", "GET, POST"],
    ["/healthz", "POST", "GET, HEAD"],
    ["/readyz", "PATCH", "GET, HEAD"],
  ])("answers 405 at %s to %s, and says which methods there are", async (path, method, allowed) => {
    const answer = await send(server + path, { method });
    expectRefused(answer, 405, "METHOD_NOT_ALLOWED");
    expect(answer.headers.get("allow")).toBe(allowed);
  });

  it("answers 400 to a URL that cannot be decoded", async () => {
    expectRefused(await send(`${server}/%zz`), 400, "BAD_REQUEST");
  });

  it("answers what is no HTTP at all with a 400, and stays up", async () => {
    const { port, hostname } = new URL(server);
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => socket.write("EHLO example.org\r\n\r\n"));
      let text = "";
      socket.on("data", (data) => {
        text += data;
      });
      socket.on("close", () => resolve(text)).on("error", reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request/);
    expect(await post(server, VALID)).toMatchObject({ status: 200 });
  });
});

describe("when the server itself fails", () => {
  const SECRET = "/etc/secret.key cannot be read";

  it("says in GraphQL that it failed, and not why", async () => {
    const broken = new Model(committedFile(1), "");
    jest.spyOn(broken, "predict").mockImplementation(() => {
      throw new Error(SECRET);
    });
    const failing = await startServer({}, new ModelCatalogue([broken]));
    const query =
      "{ predictHousePrice(input: {medInc: 3.5, aveRooms: 5, aveOccup: 2}) { predictedHousePrice } }";
    const answer = await ask(failing, query);
    expect(errorOf(answer)).toMatchObject({
      message: "The server failed.",
      extensions: { code: "INTERNAL_SERVER_ERROR" },
      path: ["predictHousePrice"],
    });
    expect(Object.keys(errorOf(answer).extensions)).toEqual(["code"]);
    expect(answer.text).not.toContain(SECRET);
  });

  it("says over HTTP that it failed, and not why", async () => {
    const catalogue = new ModelCatalogue([], { table: CALIFORNIA });
    Object.defineProperty(catalogue, "models", {
      get() {
        throw new Error(SECRET);
      },
    });
    const failing = await startServer({}, catalogue);
    const answer = await send(`${failing}/readyz`);
    expectRefused(answer, 500, "INTERNAL_SERVER_ERROR");
    expect(answer.text).not.toContain(SECRET);
  });
});
