import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";

/**
 * Lets the server end as soon as the requests in flight are answered. Of itself, Node.js would wait for two kinds of
 * connections: those that a browser opens in advance and never uses, and those kept alive after their last answer.
 */
export function useDrain(app: FastifyInstance): void {
  const sockets = new Set<Socket>();
  let draining = false;
  app.server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  app.addHook("preClose", async () => {
    draining = true;
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
  });
  app.addHook("onSend", async (_request, reply) => {
    if (draining) reply.header("connection", "close");
  });
}
