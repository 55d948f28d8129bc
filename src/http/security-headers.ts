import type { FastifyInstance } from "fastify";

/**
 * Security headers of data responses. If a browser shows one as a page, it loads nothing, runs nothing and cannot be framed, and its type
 * is not sniffed. No Strict-Transport-Security: this server speaks plain HTTP, and the operator of TLS in front decides that.
 */
export const DATA_HEADERS = {
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
} as const;

/** Of every answer to a query: nobody may keep it. */
export const NOT_CACHED = { "cache-control": "no-store" } as const;

/** Adds the headers to every response; a route may override them. */
export function useSecurityHeaders(app: FastifyInstance): void {
  app.addHook("onRequest", (_request, reply, done) => {
    reply.headers(DATA_HEADERS);
    done();
  });
}
