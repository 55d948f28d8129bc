import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";

/**
 * Keeps room for those who ask, however many connections others hold open.
 *
 * Refusing new connections beyond a number (`server.maxConnections`) would let anyone who opens that many, and sends
 * nothing, lock everybody else out. So at the limit the connection is closed that has waited longest for its client:
 * one with no request, or with one that has not come whole. A connection whose request is being answered is never
 * closed; where all are, the new one is.
 *
 * @param limit - most connections that are open at a time
 */
export function useConnectionLimit(app: FastifyInstance, limit: number): void {
  const open = new Set<Socket>();
  /** Those that wait for their client, longest first: a set keeps the order in which it was filled. */
  const waiting = new Set<Socket>();

  app.server.on("connection", (socket: Socket) => {
    if (open.size >= limit) {
      const [longest = socket] = waiting;
      close(longest);
      if (longest === socket) return;
    }
    open.add(socket);
    waiting.add(socket);
    socket.once("close", () => close(socket));
  });

  function close(socket: Socket): void {
    open.delete(socket);
    waiting.delete(socket);
    socket.destroy();
  }

  // By then the body has come whole.
  app.addHook("preValidation", (request, _reply, done) => {
    waiting.delete(request.raw.socket);
    done();
  });
  app.addHook("onResponse", (request, _reply, done) => {
    const { socket } = request.raw;
    if (open.has(socket)) waiting.add(socket);
    done();
  });
}
