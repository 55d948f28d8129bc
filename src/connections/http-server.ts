import { Server, type ServerOptions } from "node:http";
import type { Socket } from "node:net";
import type { FastifyServerFactory } from "fastify";
import type { ErrorCode } from "../../model/errors";
import type { Config } from "../config";
import { Answer } from "./answer";
import { ByteBudget } from "./byte-budget";
import { makeRoom } from "./connection-limit";
import { Connections } from "./connections";
import { NO_TUNNEL, refusalOf } from "./refusal";
import { Request } from "./request";
import { RequestEnds } from "./request-end";
import { originForm } from "./request-target";
import { Turns } from "./turns";

/** Milliseconds in which the headers of a request must have arrived; they are a few hundred bytes. */
const HEADERS_TIMEOUT_MS = 10_000;

/** Milliseconds between two checks for requests that are late. */
const LATENESS_CHECK_MS = 1000;

/** Milliseconds for which a connection is kept open after an answer: longer than load balancers do, so that they close first. */
const KEEP_ALIVE_MS = 72_000;

type Settings = Pick<
  Config,
  "REQUEST_TIMEOUT_MS" | "MAX_CONNECTIONS" | "MAX_UNREAD_BYTES" | "MAX_BODY_BYTES"
>;

/** The HTTP server under Fastify, and what it knows of its connections. */
export interface ConnectionGuards {
  readonly connections: Connections;
  readonly requestEnds: RequestEnds;
  /** For Fastify's option of that name. */
  readonly serverFactory: FastifyServerFactory;
  /** For Fastify's option of that name: answers what is no HTTP request, or never becomes one. */
  readonly clientErrorHandler: (error: Error & { code?: string }, socket: Socket) => void;
}

/**
 * Guards each connection, whatever is asked on it: how many are open, how long and how much a client may send and leave unread,
 * and how many of its requests are in flight.
 *
 * A client may send its request, or take its answer, one byte at a time, and so hold memory and a descriptor for as long as it likes
 * (slowloris, slow read): `headersTimeout` and `requestTimeout` end the first, `timeout` the second.
 */
export function guardConnections(
  { REQUEST_TIMEOUT_MS, MAX_CONNECTIONS, MAX_UNREAD_BYTES, MAX_BODY_BYTES }: Settings,
  countError: (code: ErrorCode) => void,
): ConnectionGuards {
  const connections = new Connections({
    unreadAnswers: new ByteBudget(MAX_UNREAD_BYTES),
    bodies: new ByteBudget(MAX_BODY_BYTES),
  });
  const requestEnds = new RequestEnds();
  const turns = new Turns(connections, requestEnds);

  function open(socket: Socket): void {
    if (!makeRoom(connections, MAX_CONNECTIONS)) return void socket.destroy();
    const connection = connections.open(socket);
    socket.once("close", () => {
      connections.close(connection);
      turns.drop(connection);
    });
  }

  function refuse(socket: Socket, nodeCode: string | undefined, refusal = refusalOf(nodeCode)): void {
    const connection = connections.of(socket);
    if (nodeCode === "ECONNRESET" || socket.destroyed || !connection) return;
    // The client has said that it sends no more requests; what follows is nothing that it expects an answer to.
    if (nodeCode === "HPE_CLOSED_CONNECTION" && !connection.isIdle) return;
    countError(refusal.code);
    turns.refuse(connection, refusal);
  }

  const serverFactory: FastifyServerFactory = (handler) => {
    const options = {
      IncomingMessage: Request,
      ServerResponse: Answer,
      requestTimeout: REQUEST_TIMEOUT_MS,
      headersTimeout: Math.min(HEADERS_TIMEOUT_MS, REQUEST_TIMEOUT_MS),
      connectionsCheckingInterval: Math.min(LATENESS_CHECK_MS, REQUEST_TIMEOUT_MS),
      keepAliveTimeout: KEEP_ALIVE_MS,
      // Node.js would answer without a body; see `src/http/request-form.ts`.
      requireHostHeader: false,
    };
    turns.handle = handler;
    const server = new GuardedServer(connections, options);
    server.setTimeout(REQUEST_TIMEOUT_MS);
    server.on("connection", open);
    const take = (request: Request, answer: Answer) => {
      request.url = originForm(request.url);
      turns.take(answer);
    };
    server.on("request", take);
    server.on("checkExpectation", take);
    server.on("checkContinue", (request, answer) => {
      if (request.headers.expect?.toLowerCase() === "100-continue") answer.writeContinue();
      take(request, answer);
    });
    server.on("connect", ({ socket }) => {
      // Node.js has given the socket up, and its errors with it.
      socket.on("error", () => undefined);
      refuse(socket, undefined, NO_TUNNEL);
    });
    return server;
  };
  return {
    connections,
    requestEnds,
    serverFactory,
    clientErrorHandler: ({ code }, socket) => refuse(socket, code),
  };
}

/** Knows which of its connections are idle better than Node.js does. */
class GuardedServer extends Server<typeof Request, typeof Answer> {
  constructor(
    private readonly records: Connections,
    options: ServerOptions<typeof Request, typeof Answer>,
  ) {
    super(options);
  }

  /**
   * Called by `close` as well. Node.js takes a connection for idle as soon as its answer has been written, even if the client has taken
   * only a part of it. So none is closed while there is such a connection; the drain calls again.
   */
  override closeIdleConnections(): void {
    for (const { current } of this.records) if (current?.writableEnded) return;
    super.closeIdleConnections();
  }
}
