import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyInstance, FastifyReply } from "fastify";
import { Answer } from "./answer";
import type { Connections } from "./connections";

declare module "fastify" {
  interface FastifyInstance {
    /** Whether the process was told to end. */
    readonly draining: boolean;
    /** Tells clients from now on, with the last answer of each connection, that it will be closed. */
    beginDrain(): void;
  }
}

/** How often connections that nobody uses are closed while the last requests are answered. */
const SWEEP_MS = 50;

/**
 * Lets the server end as soon as the requests in flight are answered. Without this, Node.js waits for two kinds of
 * connections: those that a browser opens in advance and never uses, and those kept alive after their last answer.
 */
export function useDrain(app: FastifyInstance, connections: Connections): void {
  let sweeping: NodeJS.Timeout | undefined;
  app.decorate("draining", { getter: () => connections.draining });
  app.decorate("beginDrain", () => {
    connections.draining = true;
    for (const { current, held } of connections) {
      if (current && held.length === 0 && !current.headersSent) current.shouldKeepAlive = false;
    }
  });
  app.addHook("preClose", async () => {
    app.beginDrain();
    // Not at once: a request may be on its way on a connection that was opened just now.
    sweeping = setInterval(() => {
      app.server.closeIdleConnections();
      for (const connection of connections) {
        if (connection.socket.bytesRead === 0) connection.socket.destroy();
      }
    }, SWEEP_MS);
  });
  app.addHook("onClose", async () => clearInterval(sweeping));
}

/** Undoes Fastify's `Connection: close` on a connection with further requests: they would be lost. */
export function keepForHeld({ raw }: FastifyReply): void {
  if (raw instanceof Answer && raw.owner && raw.owner.held.length > 0) raw.removeHeader("connection");
}

/**
 * Ends the app without losing a request.
 *
 * A client that sends on an idle connection at the very moment it is closed gets no answer. So for the grace period
 * everything goes on, except that `/readyz` says 503, which tells load balancers to go elsewhere, and the last answer on each connection
 * closes it (RFC 9112, section 9.6): connections in use are closed by agreement. Then no new connections are
 * accepted, idle ones are closed, and requests in flight are answered.
 *
 * @param grace - in milliseconds
 */
export async function drain(app: FastifyInstance, grace: number): Promise<void> {
  app.beginDrain();
  if (grace > 0) await sleep(grace);
  await app.close();
}
