import { gzipSync } from "node:zlib";
import { errorOf, post, send } from "../support/graphql-request";
import { RawConnection } from "../support/raw-connection";
import { startServer } from "../support/server";

const BODY = JSON.stringify({ query: "{ __typename }" });
const HEAD = "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

/** Sends bytes, and gives the whole answer once the server has hung up. */
async function exchange(server: string, bytes: string): Promise<string> {
  return (await RawConnection.open(server)).send(bytes).untilClosed();
}

function expectRefusal(answer: string, status: number, code: string): void {
  const [head, body] = answer.split("\r\n\r\n");
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(head).toMatch(/content-type: application\/json/i);
  expect(JSON.parse(body).errors[0].extensions).toEqual({ code });
}

describe("a client that is slow", () => {
  let server: string;

  beforeAll(async () => {
    server = await startServer({ REQUEST_TIMEOUT_MS: 300 });
  });

  it.each([
    ["sends nothing", ""],
    ["sends half a request line", "POST /gra"],
    ["does not end its headers", HEAD],
    ["does not end its body", `${HEAD}Content-Length: 1000\r\n\r\n{`],
    ["does not end its chunks", `${HEAD}Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n`],
  ])("when it %s, then it is let go", async (_what, bytes) => {
    const answer = await exchange(server, bytes);
    if (answer !== "") expectRefusal(answer, 408, "REQUEST_TIMEOUT");
  });

  it("when it sends a byte now and then, then it is let go all the same", async () => {
    const connection = await RawConnection.open(server);
    connection.send(HEAD);
    const dripping = setInterval(() => connection.send("X-A: b\r\n"), 50);
    expectRefusal(await connection.untilClosed(), 408, "REQUEST_TIMEOUT");
    clearInterval(dripping);
  });
});

describe("what is no HTTP", () => {
  let server: string;

  beforeAll(async () => {
    server = await startServer();
  });

  it.each([
    ["another protocol", "EHLO example.org\r\n\r\n", 400, "BAD_REQUEST"],
    ["a TLS handshake", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400, "BAD_REQUEST"],
    ["two lengths", `${HEAD}Content-Length: 1\r\nContent-Length: 2\r\n\r\n{}`, 400, "BAD_REQUEST"],
    [
      "a length and chunks at once",
      `${HEAD}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      400,
      "BAD_REQUEST",
    ],
    ["20 kB of headers", `${HEAD}X-A: ${"a".repeat(20_000)}\r\n\r\n`, 431, "HEADERS_TOO_LARGE"],
    ["a URL of 20 kB", `GET /${"a".repeat(20_000)} HTTP/1.1\r\n\r\n`, 431, "HEADERS_TOO_LARGE"],
  ])("is refused in the common form: %s", async (_what, bytes, status, code) => {
    expectRefusal(await exchange(server, bytes), status, code);
  });
});

describe("a compressed body", () => {
  it.each(["gzip", "br", "deflate", "gzip, gzip", "zstd", "x"])("is refused: %s", async (encoding) => {
    const server = await startServer();
    const response = await fetch(`${server}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", "content-encoding": encoding },
      body: gzipSync(BODY),
    });
    expect(response.status).toBe(415);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: "UNSUPPORTED_MEDIA_TYPE" } }],
    });
  });

  it("is not what `identity` declares", async () => {
    const server = await startServer();
    expect((await post(server, BODY, { "content-encoding": "identity" })).status).toBe(200);
  });
});

describe("what lets one request do the work of many, or a page act for its visitor", () => {
  it("is off: a batch of operations in one request", async () => {
    const server = await startServer();
    const answer = await post(server, `[${BODY},${BODY}]`);
    expect(answer.status).toBe(400);
    expect(errorOf(answer).extensions.code).toBe("BAD_REQUEST");
  });

  /** What a browser says of a request that a page of another origin has it send. */
  const FOREIGN = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" };

  it.each([
    ["a GET", { method: "GET", headers: FOREIGN }],
    [
      "a form",
      {
        method: "POST",
        headers: { ...FOREIGN, "content-type": "application/x-www-form-urlencoded" },
        body: "query={__typename}",
      },
    ],
    ["a text", { method: "POST", headers: { ...FOREIGN, "content-type": "text/plain" }, body: BODY }],
    ["a body of no type", { method: "POST", headers: { ...FOREIGN, "content-type": "" }, body: BODY }],
  ])("is refused where any page could send it without a preflight: %s", async (_what, request) => {
    const server = await startServer();
    const { status } = await send(`${server}/graphql?query=%7B__typename%7D`, request);
    expect([400, 415]).toContain(status);
  });
});
