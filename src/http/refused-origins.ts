import type { FastifyInstance } from "fastify";

/** As many origins are told of in a while: a client may name any. */
const MOST_TOLD = 20;
const WHILE_MS = 600_000;

/** Longest origin that is told: a host name has at most 253 characters. */
const MAX_LENGTH = 300;

/**
 * Logs each origin whose pages ask and may not, once in a while: their browsers tell nobody why the answer is kept from them.
 *
 * @param allowed - the origins that may ask
 */
export function logRefusedOrigins(app: FastifyInstance, allowed: readonly string[], now = Date.now): void {
  const known = new Set(allowed);
  const told = new Set<string>();
  let since = now();
  app.addHook("onRequest", ({ headers: { origin, host } }, _reply, done) => {
    if (origin !== undefined && !known.has(origin) && !isOwn(origin, host)) tell(origin);
    done();
  });

  function tell(origin: string): void {
    if (now() - since >= WHILE_MS) {
      told.clear();
      since = now();
    }
    const text = origin.slice(0, MAX_LENGTH);
    if (told.has(text) || told.size >= MOST_TOLD) return;
    told.add(text);
    app.log.warn({ origin: text }, "request from an origin that is not in CORS_ORIGINS");
  }
}

/** Whether an origin is that of the server's own pages, as the client reaches it: a proxy may have ended TLS. */
function isOwn(origin: string, host: string | undefined): boolean {
  return origin === `http://${host}` || origin === `https://${host}`;
}
