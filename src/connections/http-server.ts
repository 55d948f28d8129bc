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
import { type Handler, Turns } from "./turns";

/** In milliseconds; headers are a few hundred bytes. */
const HEADERS_TIMEOUT_MS = 10_000;

const LATENESS_CHECK_MS = 1000;

/** Longer than that of load balancers, so that they close first. */
const KEEP_ALIVE_MS = 72_000;

type Settings = Pick<
  Config,
  "REQUEST_TIMEOUT_MS" | "MAX_CONNECTIONS" | "MAX_UNREAD_BYTES" | "MAX_BODY_BYTES"
>;

export interface ConnectionGuards {
  readonly connections: Connections;
  readonly requestEnds: RequestEnds;
  readonly serverFactory: FastifyServerFactory;
  /** Wraps Fastify's handler. */
  readonly putBefore: (wrap: (next: Handler) => Handler) => void;
  /** Responds to malformed and unfinished requests. */
  readonly clientErrorHandler: (error: Error & { code?: string }, socket: Socket) => void;
}

/**
 * Limits connections: their number, the time and size of requests, unread responses, and requests in flight. Clients that send or read
 * one byte at a time would hold memory indefinitely (slowloris, slow read): `headersTimeout` and `requestTimeout` stop the first,
 * `timeout` the second.
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
    // The client has announced that it sends no more requests, so it expects no response to what follows.
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
      // Node.js would respond without a body; see `src/http/request-form.ts`.
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
      // Node.js no longer handles the socket or its errors.
      socket.on("error", () => undefined);
      refuse(socket, undefined, NO_TUNNEL);
    });
    return server;
  };
  return {
    connections,
    requestEnds,
    serverFactory,
    putBefore: (wrap) => {
      turns.handle = wrap(turns.handle);
    },
    clientErrorHandler: ({ code }, socket) => refuse(socket, code),
  };
}

class GuardedServer extends Server<typeof Request, typeof Answer> {
  constructor(
    private readonly records: Connections,
    options: ServerOptions<typeof Request, typeof Answer>,
  ) {
    super(options);
  }

  /**
   * Also called by `close`. Node.js considers a connection idle as soon as its response has been written, even if the client has read
   * only part of it. So none is closed while there is such a connection; the drain calls again.
   */
  override closeIdleConnections(): void {
    for (const { current } of this.records) if (current?.writableEnded) return;
    super.closeIdleConnections();
  }
}
