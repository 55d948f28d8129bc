import { type Server, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { FastifyHttpOptions, FastifyInstance } from "fastify";
import type { ErrorCode } from "../../model/errors";
import type { Config } from "../config";
import { errorBody } from "./http-errors";

/** Milliseconds in which the headers of a request must have come; they are a few hundred bytes. */
const HEADERS_TIMEOUT_MS = 10_000;

/** Milliseconds between two looks at which requests are late. */
const LATENESS_CHECK_MS = 1000;

/**
 * What Fastify and Node's HTTP server are told, so that no client holds a connection for longer than it uses it.
 *
 * A client may send its request, or take its answer, a byte at a time, and so hold memory and a descriptor for as long
 * as it likes (slowloris, slow read): `headersTimeout` and `requestTimeout` end the first, `connectionTimeout` the second.
 */
export function httpLimits(
  { REQUEST_TIMEOUT_MS }: Pick<Config, "REQUEST_TIMEOUT_MS">,
  countError: (code: ErrorCode) => void,
) {
  return {
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionTimeout: REQUEST_TIMEOUT_MS,
    http: {
      headersTimeout: Math.min(HEADERS_TIMEOUT_MS, REQUEST_TIMEOUT_MS),
      connectionsCheckingInterval: Math.min(LATENESS_CHECK_MS, REQUEST_TIMEOUT_MS),
    },
    clientErrorHandler: refuseBrokenHttp(countError),
  } satisfies FastifyHttpOptions<Server>;
}

/** Refuses compressed bodies: a few kilobytes of them can unpack to gigabytes. */
export function usePlainBodies(app: FastifyInstance): void {
  app.addHook("onRequest", (request, reply, done) => {
    const encoding = request.headers["content-encoding"];
    if (encoding === undefined || encoding.toLowerCase() === "identity") return done();
    const message = `The request body must not be compressed, but its content-encoding is ${encoding}.`;
    reply.code(415).send(errorBody("UNSUPPORTED_MEDIA_TYPE", message));
  });
}

interface Refusal {
  readonly status: number;
  readonly code: ErrorCode;
}

const REFUSALS: { readonly [nodeCode: string]: Refusal } = {
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, code: "REQUEST_TIMEOUT" },
  HPE_HEADER_OVERFLOW: { status: 431, code: "HEADERS_TOO_LARGE" },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { status: 413, code: "PAYLOAD_TOO_LARGE" },
};

/** Connections on which what came was refused, with the status. */
const refused = new WeakMap<Socket, number>();

/** Stands for the status of a request whose connection ended before its answer, as in nginx's logs. */
const ABANDONED = 499;

/** The status of what came on a connection that has ended: that of its refusal, or 499 where its client left. */
export function statusOfBroken(socket: Socket): number {
  return refused.get(socket) ?? ABANDONED;
}

const MALFORMED: Refusal = { status: 400, code: "BAD_REQUEST" };

/** Answers what is no HTTP request, or never becomes one, in the form of all other errors, and hangs up. */
function refuseBrokenHttp(countError: (code: ErrorCode) => void) {
  return (error: Error & { code?: string }, socket: Socket): void => {
    if (error.code === "ECONNRESET" || socket.destroyed) return;
    const { status, code } = REFUSALS[error.code ?? ""] ?? MALFORMED;
    countError(code);
    // At the end of input in the midst of a request, it is the client that left.
    if (error.code !== "HPE_INVALID_EOF_STATE") refused.set(socket, status);
    const body = JSON.stringify(errorBody(code));
    if (socket.writable) {
      socket.write(
        `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
      );
    }
    socket.destroy();
  };
}
