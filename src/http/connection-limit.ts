import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import { Node, Yallist } from "yallist";
import type { OnRequestEnd } from "./request-end";

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
export function useConnectionLimit(app: FastifyInstance, onRequestEnd: OnRequestEnd, limit: number): void {
  /** Those that wait for their client, longest first. A linked list: every request leaves it, and joins it again at its end. */
  const waiting = new Yallist<Socket>();
  /** Every open connection with its place in that list, where it is in it. */
  const places = new Map<Socket, Node<Socket>>();

  app.server.on("connection", (socket: Socket) => {
    if (places.size >= limit) {
      const longest = waiting.head?.value ?? socket;
      close(longest);
      if (longest === socket) return;
    }
    const place = new Node(socket);
    places.set(socket, place);
    waiting.pushNode(place);
    socket.once("close", () => close(socket));
  });

  function close(socket: Socket): void {
    const place = places.get(socket);
    places.delete(socket);
    if (place?.list) waiting.removeNode(place);
    socket.destroy();
  }

  // By then the body has come whole.
  app.addHook("preValidation", (request, _reply, done) => {
    const place = places.get(request.raw.socket);
    if (place?.list) waiting.removeNode(place);
    done();
  });
  onRequestEnd((request) => {
    const place = places.get(request.raw.socket);
    if (place) waiting.pushNode(place);
  });
}
