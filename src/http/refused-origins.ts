import type { FastifyInstance } from "fastify";

/** Maximum number of origins logged per period: a client may send any. */
const MOST_TOLD = 20;
const WHILE_MS = 600_000;

/** Maximum length of a logged origin: a host name has at most 253 characters. */
const MAX_LENGTH = 300;

/**
 * Logs each refused origin once per period, since a browser does not tell its user why a response is blocked.
 *
 * @param allowed - the allowed origins
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

/** Whether an origin is the server's own, as the client sees it: a proxy may terminate TLS. */
function isOwn(origin: string, host: string | undefined): boolean {
  return origin === `http://${host}` || origin === `https://${host}`;
}
