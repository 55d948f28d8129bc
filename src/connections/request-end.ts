import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Answer } from "./answer";
import type { Connections } from "./connections";
import { keepForHeld } from "./drain";
import type { EndedRequest, EndListener, OnRequestEnd } from "./ended-request";

/**
 * Notifies once when a request ends: after the response, or when its connection closes. Fastify's `onResponse` and `onRequestAbort` do
 * not cover all cases.
 */
export class RequestEnds {
  private readonly listeners: EndListener[] = [];

  readonly add: OnRequestEnd = (listener) => void this.listeners.push(listener);

  follow(request: FastifyRequest, reply: FastifyReply): void {
    const { raw } = reply;
    if (raw instanceof Answer) raw.ending = request;
    // A request of `app.inject` has no connection.
    else raw.once("finish", () => this.notify(request, reply.statusCode, reply.elapsedTime));
  }

  tell(answer: Answer | undefined, status: number): void {
    if (answer?.ending) this.notify(answer.ending, status, performance.now() - answer.begunAt);
  }

  private notify(request: EndedRequest, status: number, durationMs: number): void {
    for (const listener of this.listeners) listener(request, status, durationMs);
  }
}

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
