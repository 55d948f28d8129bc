import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Answer } from "./answer";
import type { Connections } from "./connections";
import { keepForHeld } from "./drain";

/** Is called when a request ends, with its duration in milliseconds. */
type EndListener = (request: FastifyRequest, status: number, durationMs: number) => void;

/** Adds a listener to the ends of all requests. */
export type OnRequestEnd = (listener: EndListener) => void;

/**
 * Tells of each request once when it ends: when it has been answered, or when its connection was closed before.
 *
 * Fastify calls `onResponse` for some of the latter too, as if they had been answered, and for others not at all; `onRequestAbort`
 * is called only for those whose body had not arrived in full.
 */
export class RequestEnds {
  private readonly listeners: EndListener[] = [];

  readonly add: OnRequestEnd = (listener) => void this.listeners.push(listener);

  /** Follows a request that has reached Fastify. */
  follow(reply: FastifyReply): void {
    const { raw } = reply;
    if (raw instanceof Answer) raw.reply = reply;
    // A request of `app.inject` has no connection.
    else raw.once("finish", () => this.tell(reply, reply.statusCode));
  }

  tell(reply: FastifyReply | undefined, status: number): void {
    if (reply === undefined) return;
    const { request, elapsedTime } = reply;
    for (const listener of this.listeners) listener(request, status, elapsedTime);
  }
}

/** Follows every request that reaches a route, or that no route was found for. */
export function useRequestEnds(
  app: FastifyInstance,
  connections: Connections,
  ends: RequestEnds,
): OnRequestEnd {
  app.addHook("onRequest", (_request, reply, done) => {
    ends.follow(reply);
    if (connections.draining) keepForHeld(reply);
    done();
  });
  return ends.add;
}
