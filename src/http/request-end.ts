import type { Socket } from "node:net";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { statusOfBroken } from "./http-limits";

/** Hears of a request when it ends, with its duration in milliseconds. */
type EndListener = (request: FastifyRequest, status: number, durationMs: number) => void;

/** Adds a listener to the ends of all requests. */
export type OnRequestEnd = (listener: EndListener) => void;

/**
 * Tells of each request once when it ends: when it has been answered, or when its connection has ended before.
 *
 * Fastify calls `onResponse` for some of the latter too, as if they had been answered, for others not at all, and `onRequestAbort` for
 * those alone whose body had not come whole.
 */
export function watchRequestEnds(app: FastifyInstance): OnRequestEnd {
  const listeners: EndListener[] = [];
  /** For each connection, what is to be answered on it: several where a client sends ahead (pipelining). */
  const unanswered = new WeakMap<Socket, FastifyReply[]>();

  function tell({ request, elapsedTime }: FastifyReply, status: number): void {
    for (const listener of listeners) listener(request, status, elapsedTime);
  }

  app.server.on("connection", (socket: Socket) => {
    const replies: FastifyReply[] = [];
    unanswered.set(socket, replies);
    socket.once("close", () => {
      for (const reply of replies.splice(0)) tell(reply, statusOfBroken(socket));
    });
  });
  app.addHook("onRequest", (request, reply, done) => {
    unanswered.get(request.raw.socket)?.push(reply);
    done();
  });
  app.addHook("onResponse", (request, reply, done) => {
    const { socket } = request.raw;
    const replies = unanswered.get(socket);
    // What was told as abandoned may still be answered, to nobody.
    if (!replies || remove(replies, reply)) {
      tell(reply, socket.destroyed ? statusOfBroken(socket) : reply.statusCode);
    }
    done();
  });
  return (listener) => void listeners.push(listener);
}

/** Removes an element, most often the only one. @returns whether it was there */
function remove<T>(array: T[], element: T): boolean {
  const index = array.lastIndexOf(element);
  if (index === -1) return false;
  if (index === array.length - 1) array.pop();
  else array.splice(index, 1);
  return true;
}
