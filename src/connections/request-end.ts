import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Answer } from "./answer";
import type { Connections } from "./connections";
import { keepForHeld } from "./drain";

/** Called when a request ends, with its duration in milliseconds. */
type EndListener = (request: FastifyRequest, status: number, durationMs: number) => void;

/** Adds a listener for the end of every request. */
export type OnRequestEnd = (listener: EndListener) => void;

/**
 * Notifies once when a request ends: after the response, or if its connection is closed before.
 *
 * Fastify calls `onResponse` for some of the latter too, as if they had been answered, and for others not at all; it calls
 * `onRequestAbort` only if the body was incomplete.
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

/** Follows every request, also those without a route. */
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
