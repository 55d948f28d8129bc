import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyInstance, FastifyReply } from "fastify";
import { Answer } from "./answer";
import type { Connections } from "./connections";

declare module "fastify" {
  interface FastifyInstance {
    readonly draining: boolean;
    /** Adds `Connection: close` to the last response on each connection from now on. */
    beginDrain(): void;
  }
}

const SWEEP_MS = 50;

/**
 * Lets the server stop once requests in flight are completed. Node.js also waits for unused connections that browsers open in advance,
 * and for idle keep-alive connections.
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
    // Not immediately: a request may be in transit on a new connection.
    sweeping = setInterval(() => {
      app.server.closeIdleConnections();
      for (const connection of connections) {
        if (connection.socket.bytesRead === 0) connection.socket.destroy();
      }
    }, SWEEP_MS);
  });
  app.addHook("onClose", async () => clearInterval(sweeping));
}

/** Removes Fastify's `Connection: close` if the connection has pipelined requests, which would be lost. */
export function keepForHeld({ raw }: FastifyReply): void {
  if (raw instanceof Answer && raw.owner && raw.owner.held.length > 0) raw.removeHeader("connection");
}

/**
 * Stops the app without losing a request. A client that sends a request just as its idle connection is closed gets no response. So during
 * the grace period the server still accepts requests, but `/readyz` returns 503 to redirect load balancers, and responses announce
 * `Connection: close` (RFC 9112, section 9.6). Then the server accepts no new connections, closes idle ones and completes the requests in
 * flight.
 *
 * @param grace - grace period in milliseconds
 */
export async function drain(app: FastifyInstance, grace: number): Promise<void> {
  app.beginDrain();
  if (grace > 0) await sleep(grace);
  await app.close();
}
