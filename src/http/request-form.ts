import type { IncomingMessage } from "node:http";
import type { FastifyInstance } from "fastify";
import type { ErrorCode } from "../../model/errors";
import { errorBody } from "./error-body";

interface Fault {
  readonly status: number;
  readonly code: ErrorCode;
  readonly message?: string;
}

/**
 * Headers that identify the caller, the host and the body. If one is sent twice, a proxy and this server may use different ones.
 * Keyed by the length of their names, which all differ.
 */
const SINGLE_BY_LENGTH: readonly (string | undefined)[] = byLength([
  "host",
  "origin",
  "x-api-key",
  "content-type",
  "authorization",
  "content-length",
]);

function byLength(names: readonly string[]): readonly (string | undefined)[] {
  const table: (string | undefined)[] = [];
  for (const name of names) table[name.length] = name;
  return table;
}

/** RFC 9112, section 3.2, and RFC 3986, section 3.2.2: a name or an address, and a port. */
const HOST = /^(?:\[[\da-f:.]+\]|(?:[\w.~!$&'()*+,;=-]|%[\da-f]{2})*)(?::\d*)?$/i;

/**
 * Refuses requests that Node.js accepts but RFC 9110 and 9112 do not: a proxy could interpret them differently. The connection is
 * closed after the response, since it is uncertain where the next request begins.
 */
export function useRequestForm(app: FastifyInstance): void {
  app.addHook("onRequest", (request, reply, done) => {
    const fault = faultOf(request.raw);
    if (fault === undefined) return done();
    reply.code(fault.status).header("connection", "close").send(errorBody(fault.code, fault.message));
  });
}

/** What is wrong with a request, by its head; undefined if nothing is. */
export function faultOf({
  httpVersionMajor,
  httpVersionMinor,
  rawHeaders,
  headers,
  url = "",
}: IncomingMessage): Fault | undefined {
  if (httpVersionMajor !== 1) return HTTP_VERSION;
  const { host, "transfer-encoding": coding, expect } = headers;
  return (
    repeatedHeader(rawHeaders) ??
    (host === undefined ? missingHost(httpVersionMinor) : badHost(host)) ??
    (coding === undefined ? undefined : badTransferCoding(coding, httpVersionMinor)) ??
    (expect === undefined || expect.toLowerCase() === "100-continue" ? undefined : badExpectation(expect)) ??
    badTarget(url)
  );
}

const HTTP_VERSION: Fault = { status: 505, code: "HTTP_VERSION_NOT_SUPPORTED" };

const malformed = (message: string): Fault => ({ status: 400, code: "BAD_REQUEST", message });

function repeatedHeader(rawHeaders: readonly string[]): Fault | undefined {
  let seen = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const { length } = rawHeaders[index];
    const single = SINGLE_BY_LENGTH[length];
    if (single === undefined || rawHeaders[index].toLowerCase() !== single) continue;
    if (seen & (1 << length)) return malformed(`The request has more than one ${single} header.`);
    seen |= 1 << length;
  }
  return undefined;
}

/** RFC 9112, section 3.2: HTTP/1.1 requires the header, HTTP/1.0 does not have it. */
function missingHost(httpVersionMinor: number): Fault | undefined {
  return httpVersionMinor === 0 ? undefined : malformed("The request has no host header.");
}

/** The last valid host: most clients send the same one. */
let goodHost = "";

function badHost(host: string): Fault | undefined {
  if (host === goodHost) return undefined;
  if (!HOST.test(host))
    return malformed("The host header is not a host name or address with an optional port.");
  goodHost = host;
  return undefined;
}

/** RFC 9112, section 6.1. Node.js refuses codings that do not end in chunks, and a length in addition. */
function badTransferCoding(coding: string, httpVersionMinor: number): Fault | undefined {
  if (httpVersionMinor === 0) return malformed("An HTTP/1.0 request cannot have a transfer-encoding.");
  if (coding.toLowerCase() === "chunked") return undefined;
  const message = `The transfer-encoding must be chunked, but it is ${shorten(coding)}.`;
  return { status: 501, code: "NOT_IMPLEMENTED", message };
}

/** RFC 9110, section 10.1.1. */
function badExpectation(expect: string): Fault {
  const message = `The only supported expectation is 100-continue, but it is ${shorten(expect)}.`;
  return { status: 417, code: "EXPECTATION_FAILED", message };
}

/** RFC 9112, section 3.2: a fragment is not part of a target. */
function badTarget(url: string): Fault | undefined {
  return url.includes("#") ? malformed("The request URL cannot have a fragment (#).") : undefined;
}

function shorten(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
