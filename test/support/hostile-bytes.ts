import { randomBytes } from "node:crypto";

/** What is sent on a connection that is not, or not quite, HTTP. The server may answer, or hang up without a word. */
export interface HostileBytes {
  readonly what: string;
  readonly bytes: string | Buffer;
}

const HOST = "Host: x\r\n";
const TYPE = "Content-Type: application/json\r\n";
const BODY = JSON.stringify({ query: "{ __typename }" });
const LENGTH = `Content-Length: ${BODY.length}\r\n`;
const get = (target: string, headers = "") => `GET ${target} HTTP/1.1\r\n${HOST}${headers}\r\n`;
const post = (headers: string, body = "") => `POST /graphql HTTP/1.1\r\n${HOST}${TYPE}${headers}\r\n${body}`;
/** A request that follows the first one on its connection, where a proxy may have seen one only. */
const SMUGGLED = `POST /graphql HTTP/1.1\r\n${HOST}${TYPE}${LENGTH}\r\n${BODY}`;
const CHUNKED = "Transfer-Encoding: chunked\r\n";

const BYTES: Readonly<Record<string, string | Buffer>> = {
  "a TLS handshake": Buffer.from("16030100f0010000ec0303", "hex"),
  SSH: "SSH-2.0-OpenSSH_9.6\r\n",
  SMTP: "EHLO example.org\r\n\r\n",
  "the preface of HTTP/2": "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
  "HTTP/0.9": "GET /graphql\r\n\r\n",
  "HTTP/1.0": `POST /graphql HTTP/1.0\r\n${TYPE}${LENGTH}\r\n${BODY}`,
  "HTTP/1.0 that keeps alive": `POST /graphql HTTP/1.0\r\nConnection: keep-alive\r\n${TYPE}${LENGTH}\r\n${BODY}`,
  "HTTP/3.0": `GET /graphql HTTP/3.0\r\n${HOST}\r\n`,
  "HTTP/9.9": `GET /graphql HTTP/9.9\r\n${HOST}\r\n`,
  "HTTP in small letters": "get /graphql http/1.1\r\n\r\n",
  "no version": `GET /graphql HTTP\r\n${HOST}\r\n`,
  "null bytes": Buffer.alloc(10_000),
  "nothing but line ends": "\r\n".repeat(10_000),
  "nothing but blanks": " ".repeat(10_000),
  "nothing but colons": `GET / HTTP/1.1\r\n${":\r\n".repeat(100)}\r\n`,
  ...Object.fromEntries(
    Array.from({ length: 8 }, (_, i) => [`random bytes ${i}`, randomBytes(2 ** (i + 6))]),
  ),

  "no host": "GET /graphql HTTP/1.1\r\n\r\n",
  "two hosts": get("/graphql", "Host: y\r\n"),
  "an empty header": get("/graphql", ": x\r\n"),
  "a header without a colon": get("/graphql", "Nonsense\r\n"),
  "a blank before the colon": get("/graphql", "X-A : b\r\n"),
  "a header that is folded": get("/graphql", "X-A: b\r\n c\r\n"),
  "a null byte in a header": get("/graphql", "X-A: b\u0000c\r\n"),
  "a bare line feed": "GET /graphql HTTP/1.1\nHost: x\n\n",
  "a bare carriage return": "GET /graphql HTTP/1.1\rHost: x\r\r",
  "1,900 headers": get("/graphql", "a:b\r\n".repeat(1900)),
  "10,000 headers": get("/graphql", "a:b\r\n".repeat(10_000)),
  "a header of 1 MB": get("/graphql", `X-A: ${"a".repeat(1_000_000)}\r\n`),
  "a header's name of 100 kB": get("/graphql", `${"a".repeat(100_000)}: b\r\n`),
  "headers that do not end": `GET /graphql HTTP/1.1\r\n${HOST}${"X-A: b\r\n".repeat(100)}`,
  "a __proto__ header": get("/graphql", "__proto__: x\r\nconstructor: y\r\n"),
  "two types": post(`Content-Type: text/plain\r\n${LENGTH}`, BODY),
  "two content encodings": post(`Content-Encoding: identity\r\nContent-Encoding: gzip\r\n${LENGTH}`, BODY),

  "a length and chunks": post(`Content-Length: 5\r\n${CHUNKED}`, `0\r\n\r\n${SMUGGLED}`),
  "chunks and a length": post(`${CHUNKED}Content-Length: 5\r\n`, `0\r\n\r\n${SMUGGLED}`),
  "two lengths": post(`${LENGTH}Content-Length: 0\r\n`, BODY + SMUGGLED),
  "the same length twice": post(LENGTH + LENGTH, BODY + SMUGGLED),
  "two lengths in one": post(`Content-Length: ${BODY.length}, 0\r\n`, BODY + SMUGGLED),
  "a length below 0": post("Content-Length: -1\r\n", BODY),
  "a length with a sign": post(`Content-Length: +${BODY.length}\r\n`, BODY),
  "a length in hexadecimal": post("Content-Length: 0x1b\r\n", BODY),
  "a length with an exponent": post("Content-Length: 1e3\r\n", BODY),
  "a length beyond 64 bits": post(`Content-Length: ${"9".repeat(30)}\r\n`, BODY),
  "a length of a terabyte": post("Content-Length: 1099511627776\r\n", BODY),
  "a length shorter than the body": post("Content-Length: 2\r\n", BODY + SMUGGLED),
  "a GET with a body": get("/graphql", LENGTH) + BODY + SMUGGLED,
  "chunks twice": post("Transfer-Encoding: chunked, chunked\r\n", `0\r\n\r\n${SMUGGLED}`),
  "chunks, then identity": post("Transfer-Encoding: chunked, identity\r\n", `0\r\n\r\n${SMUGGLED}`),
  "chunks of another name": post("Transfer-Encoding: xchunked\r\n", `0\r\n\r\n${SMUGGLED}`),
  "chunks behind a vertical tab": post("Transfer-Encoding:\u000bchunked\r\n", `0\r\n\r\n${SMUGGLED}`),
  "chunks with a blank before the colon": post(
    `Transfer-Encoding : chunked\r\n${LENGTH}`,
    `0\r\n\r\n${SMUGGLED}`,
  ),
  "chunks on a second line": post(`Transfer-Encoding:\r\n chunked\r\n${LENGTH}`, `0\r\n\r\n${SMUGGLED}`),
  "gzip as transfer": post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n"),
  "a chunk's size below 0": post(CHUNKED, `-1\r\n${BODY}\r\n0\r\n\r\n`),
  "a chunk's size that is no number": post(CHUNKED, `zz\r\n${BODY}\r\n0\r\n\r\n`),
  "a chunk's size beyond 64 bits": post(CHUNKED, `${"f".repeat(20)}\r\n${BODY}\r\n0\r\n\r\n`),
  "a chunk without its line end": post(CHUNKED, `1\r\n{}${"x".repeat(100)}`),
  "a chunk's extension of 100 kB": post(CHUNKED, `1;${"a".repeat(100_000)}\r\n{\r\n0\r\n\r\n`),
  "5,000 chunks with extensions": post(CHUNKED, `${"1;a=bcdefghij\r\n \r\n".repeat(5000)}0\r\n\r\n`),
  "10,000 chunks of a byte": post(CHUNKED, `${"1\r\n \r\n".repeat(10_000)}0\r\n\r\n`),
  "5 MB in one": post("Content-Length: 5000000\r\n", " ".repeat(5_000_000)),
  "5 MB in chunks": post(CHUNKED, `${`10000\r\n${" ".repeat(0x10000)}\r\n`.repeat(80)}0\r\n\r\n`),
  "trailers of 100 kB": post(CHUNKED, `0\r\n${"X-A: b\r\n".repeat(12_000)}\r\n`),

  "chunks in HTTP/1.0": `POST /graphql HTTP/1.0\r\n${HOST}${TYPE}${CHUNKED}\r\n0\r\n\r\n`,
  "HTTP/2.0 in words": `POST /graphql HTTP/2.0\r\n${HOST}${TYPE}${LENGTH}\r\n${BODY}`,
  "HTTP/1.2": `POST /graphql HTTP/1.2\r\n${HOST}${TYPE}${LENGTH}\r\n${BODY}`,
  "the same host twice": get("/graphql", HOST),
  "a host with a path": `GET /graphql HTTP/1.1\r\nHost: x/y\r\n\r\n`,
  "two keys": post(`Authorization: Bearer a\r\nAuthorization: Bearer b\r\n${LENGTH}`, BODY),
  "gzip and chunks on two lines": post(`Transfer-Encoding: gzip\r\n${CHUNKED}`, "0\r\n\r\n"),
  "2,000 of the shortest requests": "GET / HTTP/1.1\r\nHost:x\r\n\r\n".repeat(2000),
  "garbage behind a request": `${post(LENGTH, BODY)}EHLO x\r\n\r\n`,
  "a tunnel behind a request": `${post(LENGTH, BODY)}CONNECT x:443 HTTP/1.1\r\n${HOST}\r\n`,
  "requests behind one that closes": post(`Connection: close\r\n${LENGTH}`, BODY + SMUGGLED),
  "300 requests at once": get("/healthz").repeat(300),
  "5,000 requests at once": get("/healthz").repeat(5000),
  "a request in the midst of another": post(LENGTH, `${BODY.slice(0, 5)}${get("/healthz")}`),
  "an expectation": post(`Expect: 100-continue\r\n${LENGTH}`, BODY),
  "an expectation that is none": post(`Expect: 200-maybe\r\n${LENGTH}`, BODY),
  "an upgrade to HTTP/2": get(
    "/graphql",
    "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n",
  ),
  "an upgrade to a web socket": get(
    "/graphql",
    "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n",
  ),
};

const METHODS = [
  "CONNECT",
  "TRACE",
  "TRACK",
  "OPTIONS",
  "HEAD",
  "PUT",
  "DELETE",
  "PATCH",
  "PROPFIND",
  "PURGE",
  "SEARCH",
];
const NO_METHODS = ["FOO", "get", "G E T", "GET\t", "\u00c4", "A".repeat(10_000), "POST\u0000", "-"];

const TARGETS = [
  "*",
  "http://example.org/graphql",
  "https://169.254.169.254/latest/meta-data/",
  "//example.org/graphql",
  "graphql",
  "/../../../../etc/passwd",
  "/graphql/../../etc/passwd",
  "/..%2f..%2f..%2fetc%2fpasswd",
  "/%2e%2e/%2e%2e/etc/passwd",
  "/..\\\\..\\\\windows\\\\win.ini",
  "/%c0%ae%c0%ae/etc/passwd",
  "/model/trained/linear/1/model.json",
  "/.git/config",
  "/.env",
  "/:a(",
  "/*",
  "/:x?",
  "/(",
  "/models/:a(/1",
  "/graphql%00",
  "/graphql\u0000",
  "/%",
  "/%zz",
  "/%ff%fe",
  "/graphql;x=1",
  "/graphql#x",
  "/gra phql",
  "/GRAPHQL",
  "/__proto__",
  "/constructor",
  `/${"a".repeat(15_000)}`,
  `/${"a/".repeat(7000)}`,
  `/graphql?${"a=b&".repeat(3500)}`,
  "/graphql?query=%7B__typename%7D",
  "/graphql?query={__typename}&query={__typename}",
  "/graphql?query=%",
  "/graphql?variables=%7B",
  "/graphql?query[]=x&variables[__proto__]=y",
  "/graphql?__proto__[x]=y",
  `/graphql?variables=${"%5B".repeat(4000)}`,
];

/** All of them. */
export const HOSTILE_BYTES: readonly HostileBytes[] = [
  ...Object.entries(BYTES).map(([what, bytes]) => ({ what, bytes })),
  ...[...METHODS, ...NO_METHODS].map((method) => ({
    what: `the method ${method.slice(0, 20)}`,
    bytes: `${method} /graphql HTTP/1.1\r\n${HOST}\r\n`,
  })),
  ...TARGETS.map((target) => ({
    what: `the target ${target.slice(0, 50)}`,
    bytes: get(target, "Apollo-Require-Preflight: true\r\n"),
  })),
];
