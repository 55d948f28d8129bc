import type { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyInstance } from "fastify";

declare module "fastify" {
  interface FastifyInstance {
    /** Whether the process was told to end. */
    draining: boolean;
  }
}

/** How often connections that nobody uses are closed while the last requests are answered. */
const SWEEP_MS = 50;

/**
 * Lets the server end as soon as the requests in flight are answered. Of itself, Node.js would wait for two kinds of
 * connections: those that a browser opens in advance and never uses, and those kept alive after their last answer.
 */
export function useDrain(app: FastifyInstance): void {
  const sockets = new Set<Socket>();
  let sweeping: NodeJS.Timeout | undefined;
  app.decorate("draining", false);
  app.server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  app.addHook("onSend", (_request, reply, _payload, done) => {
    if (app.draining) reply.header("connection", "close");
    done();
  });
  app.addHook("preClose", async () => {
    app.draining = true;
    // Not at once: on a connection that was opened just now a request may be on its way.
    sweeping = setInterval(() => {
      app.server.closeIdleConnections();
      for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
    }, SWEEP_MS);
  });
  app.addHook("onClose", async () => clearInterval(sweeping));
}

/**
 * Ends the app without losing a request.
 *
 * A client may send on an idle connection at the very moment that it is closed, and gets no answer. So for the grace period
 * all goes on, except that `/readyz` says 503, which tells load balancers to go elsewhere, and every answer closes its
 * connection (RFC 9112, section 9.6): connections that are in use are closed by agreement. Then no new connections are
 * accepted, idle ones are closed, and what is in flight is answered.
 *
 * @param grace - in milliseconds
 */
export async function drain(app: FastifyInstance, grace: number): Promise<void> {
  app.draining = true;
  if (grace > 0) await sleep(grace);
  await app.close();
}
