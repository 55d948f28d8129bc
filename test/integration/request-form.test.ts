import fc from "fast-check";
import { ERROR_CODES } from "../../model/errors";
import { IDE_PATHS } from "../../src/pages/ide-paths";
import { PAGE_PATHS } from "../../src/pages/page-paths";
import { answersIn, type RawAnswer } from "../support/pipelining";
import { RawConnection } from "../support/raw-connection";
import { startServer } from "../support/server";
import { eventually } from "../support/waiting";

jest.setTimeout(60_000);

const BODY = '{"query":"{__typename}"}';
const HOST = "Host: x\r\n";
const TYPE = "Content-Type: application/json\r\n";
const LENGTH = `Content-Length: ${BODY.length}\r\n`;
const CHUNKS = `${BODY.length.toString(16)}\r\n${BODY}\r\n0\r\n\r\n`;
const post = (headers: string, body = BODY, version = "1.1") =>
  `POST /graphql HTTP/${version}\r\n${headers}\r\n${body}`;
const get = (target: string, headers = HOST, method = "GET") =>
  `${method} ${target} HTTP/1.1\r\n${headers}\r\n`;

let server: string;

beforeAll(async () => {
  server = await startServer({ IDE: "none" });
});

/** The answer to bytes, which may follow a 100. */
async function answerTo(bytes: string): Promise<RawAnswer> {
  const connection = (await RawConnection.open(server)).send(Buffer.from(bytes, "latin1"));
  const final = () => answersIn(connection.received).filter(({ status }) => status >= 200)[0];
  const answer = await eventually(() => final() ?? (connection.closed ? NOTHING : undefined));
  connection.destroy();
  return answer;
}

const NOTHING: RawAnswer = { status: 0, head: "", body: "" };

function codeOf({ body }: RawAnswer): unknown {
  return JSON.parse(body).errors?.[0].extensions.code;
}

describe("what RFC 9110 and 9112 forbid, or this server does not do, is refused in the common form", () => {
  it.each([
    ["no host", post(TYPE + LENGTH), 400, "BAD_REQUEST"],
    ["two hosts", post(`${HOST}Host: y\r\n${TYPE}${LENGTH}`), 400, "BAD_REQUEST"],
    ["the same host twice", post(`${HOST}HOST: x\r\n${TYPE}${LENGTH}`), 400, "BAD_REQUEST"],
    ["two hosts on /healthz", get("/healthz", HOST + HOST), 400, "BAD_REQUEST"],
    ["two hosts on an unknown path", get("/nowhere", HOST + HOST), 400, "BAD_REQUEST"],
    ["two hosts on /metrics", get("/metrics", HOST + HOST), 400, "BAD_REQUEST"],
    ["a host with a blank", post(`Host: a b\r\n${TYPE}${LENGTH}`), 400, "BAD_REQUEST"],
    ["a host with a path", post(`Host: x/y\r\n${TYPE}${LENGTH}`), 400, "BAD_REQUEST"],
    ["a host with a user", post(`Host: user@x\r\n${TYPE}${LENGTH}`), 400, "BAD_REQUEST"],
    ["a list of hosts", post(`Host: x, y\r\n${TYPE}${LENGTH}`), 400, "BAD_REQUEST"],
    ["two content types", post(HOST + TYPE + TYPE + LENGTH), 400, "BAD_REQUEST"],
    ["two lengths", post(HOST + TYPE + LENGTH + LENGTH), 400, "BAD_REQUEST"],
    [
      "two keys",
      post(`${HOST}${TYPE}${LENGTH}Authorization: Bearer a\r\nAuthorization: Bearer b\r\n`),
      400,
      "BAD_REQUEST",
    ],
    [
      "two keys of another kind",
      post(`${HOST}${TYPE}${LENGTH}X-API-Key: a\r\nX-Api-Key: b\r\n`),
      400,
      "BAD_REQUEST",
    ],
    [
      "two origins",
      post(`${HOST}${TYPE}${LENGTH}Origin: http://a\r\nOrigin: http://b\r\n`),
      400,
      "BAD_REQUEST",
    ],
    [
      "a length and chunks",
      post(`${HOST}${TYPE}${LENGTH}Transfer-Encoding: chunked\r\n`, CHUNKS),
      400,
      "BAD_REQUEST",
    ],
    [
      "gzip and chunks",
      post(`${HOST}${TYPE}Transfer-Encoding: gzip, chunked\r\n`, CHUNKS),
      501,
      "NOT_IMPLEMENTED",
    ],
    [
      "gzip and chunks in two headers",
      post(`${HOST}${TYPE}Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n`, CHUNKS),
      501,
      "NOT_IMPLEMENTED",
    ],
    [
      "identity and chunks",
      post(`${HOST}${TYPE}Transfer-Encoding: identity, chunked\r\n`, CHUNKS),
      501,
      "NOT_IMPLEMENTED",
    ],
    ["gzip without chunks", post(`${HOST}${TYPE}Transfer-Encoding: gzip\r\n`, CHUNKS), 400, "BAD_REQUEST"],
    [
      "chunks twice",
      post(`${HOST}${TYPE}Transfer-Encoding: chunked, chunked\r\n`, CHUNKS),
      400,
      "BAD_REQUEST",
    ],
    [
      "chunks in HTTP/1.0",
      post(`${HOST}${TYPE}Transfer-Encoding: chunked\r\n`, CHUNKS, "1.0"),
      400,
      "BAD_REQUEST",
    ],
    ["HTTP/2.0", post(HOST + TYPE + LENGTH, BODY, "2.0"), 505, "HTTP_VERSION_NOT_SUPPORTED"],
    ["HTTP/1.2", post(HOST + TYPE + LENGTH, BODY, "1.2"), 505, "HTTP_VERSION_NOT_SUPPORTED"],
    ["HTTP/3.0", post(HOST + TYPE + LENGTH, BODY, "3.0"), 505, "HTTP_VERSION_NOT_SUPPORTED"],
    ["HTTP/0.9", post(HOST + TYPE + LENGTH, BODY, "0.9"), 505, "HTTP_VERSION_NOT_SUPPORTED"],
    ["the first request line of all", "GET /healthz\r\n\r\n", 505, "HTTP_VERSION_NOT_SUPPORTED"],
    ["the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505, "HTTP_VERSION_NOT_SUPPORTED"],
    [
      "an unknown expectation",
      post(`${HOST}${TYPE}${LENGTH}Expect: something\r\n`),
      417,
      "EXPECTATION_FAILED",
    ],
    [
      "one expectation too many",
      post(`${HOST}${TYPE}${LENGTH}Expect: 100-continue, x\r\n`),
      417,
      "EXPECTATION_FAILED",
    ],
    ["a tunnel", get("x:443", HOST, "CONNECT"), 405, "METHOD_NOT_ALLOWED"],
    ["a fragment", get("/healthz#x"), 400, "BAD_REQUEST"],
    ["an asterisk", get("*", HOST, "OPTIONS"), 404, "NOT_FOUND"],
    ["a method that the path does not take", get("/models/linear/1", HOST, "PUT"), 405, "METHOD_NOT_ALLOWED"],
  ])("%s", async (_what, bytes, status, code) => {
    const answer = await answerTo(bytes);
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
    expect(answer.head).toMatch(/^content-type: application\/json; charset=utf-8$/im);
    if (![404, 405].includes(status)) expect(answer.head).toMatch(/^connection: close$/im);
  });
});

describe("what they allow is answered", () => {
  it.each([
    ["HTTP/1.0 without a host", post(TYPE + LENGTH, BODY, "1.0")],
    ["an empty host", post(`Host:\r\n${TYPE}${LENGTH}`)],
    ["a host with a port", post(`Host: example.org:4000\r\n${TYPE}${LENGTH}`)],
    ["an IPv6 host", post(`Host: [::1]:4000\r\n${TYPE}${LENGTH}`)],
    ["a name with an underscore, as compose gives", post(`Host: house_price:4000\r\n${TYPE}${LENGTH}`)],
    ["chunks", post(`${HOST}${TYPE}Transfer-Encoding: Chunked\r\n`, CHUNKS)],
    ["100-continue", post(`${HOST}${TYPE}${LENGTH}Expect: 100-Continue\r\n`)],
    [
      "an upgrade, which a server may ignore",
      get("/healthz", `${HOST}Connection: Upgrade\r\nUpgrade: websocket\r\n`),
    ],
    ["the absolute form", get("http://example.org/healthz")],
    [
      "lists on several lines",
      get("/healthz", `${HOST}Accept: a/b\r\nAccept: c/d\r\nCookie: a\r\nCookie: b\r\n`),
    ],
  ])("%s", async (_what, bytes) => {
    expect((await answerTo(bytes)).status).toBe(200);
  });
});

it("when a path is odd, then the answer is 4xx with a code, never 5xx", async () => {
  const characters = fc.constantFrom(..."/:*()?%{}[]|^~!$&'+,;=@.aZ09-_\"<>`\\");
  const odd = fc.oneof(
    fc.constantFrom(
      "/:a(",
      "/*",
      "/:x?",
      "/%",
      "/(",
      "/:a(\\d+",
      "/::",
      "/models/:a(/1",
      "/models/%2e%2e/1",
      `/${"a".repeat(9000)}`,
    ),
    fc.array(characters, { maxLength: 40 }).map((parts) => `/${parts.join("")}`),
    fc.array(characters, { maxLength: 20 }).map((parts) => `/models/${parts.join("")}/1`),
  );
  const known = new Set([
    "/graphql",
    "/healthz",
    "/readyz",
    "/metrics",
    "/models",
    ...PAGE_PATHS.keys(),
    ...IDE_PATHS.keys(),
  ]);
  await fc.assert(
    fc.asyncProperty(odd, fc.constantFrom("GET", "PUT", "POST", "DELETE"), async (path, method) => {
      fc.pre(!known.has(path.split(/[?;]/)[0]));
      const answer = await answerTo(`${method} ${path} HTTP/1.1\r\n${HOST}Content-Length: 0\r\n\r\n`);
      expect([400, 404, 405, 414, 415]).toContain(answer.status);
      expect(Object.keys(ERROR_CODES)).toContain(codeOf(answer));
      expect(answer.body.length).toBeLessThan(500);
    }),
    { numRuns: 300 },
  );
});
