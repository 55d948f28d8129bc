import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Answer } from "./answer";
import type { Connections } from "./connections";
import { keepForHeld } from "./drain";

/** What is known of a request when it ends. */
export type EndedRequest = Pick<
  FastifyRequest,
  "id" | "method" | "url" | "operationName" | "rootField" | "apiKeyName" | "trace"
> & {
  /** The route that it was for; without a URL if there is none. */
  readonly routeOptions: { readonly url?: string | undefined };
};

/** Called when a request ends, with its duration in milliseconds. */
type EndListener = (request: EndedRequest, status: number, durationMs: number) => void;

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
  follow(request: FastifyRequest, reply: FastifyReply): void {
    const { raw } = reply;
    if (raw instanceof Answer) raw.ending = request;
    // A request of `app.inject` has no connection.
    else raw.once("finish", () => this.notify(request, reply.statusCode, reply.elapsedTime));
  }

  /** Tells that the request has ended whose answer this is. */
  tell(answer: Answer | undefined, status: number): void {
    if (answer?.ending) this.notify(answer.ending, status, performance.now() - answer.begunAt);
  }

  private notify(request: EndedRequest, status: number, durationMs: number): void {
    for (const listener of this.listeners) listener(request, status, durationMs);
  }
}

/** Follows every request, also those without a route. */
export function useRequestEnds(
  app: FastifyInstance,
  connections: Connections,
  ends: RequestEnds,
): OnRequestEnd {
  app.addHook("onRequest", (request, reply, done) => {
    ends.follow(request, reply);
    if (connections.draining) keepForHeld(reply);
    done();
  });
  return ends.add;
}
