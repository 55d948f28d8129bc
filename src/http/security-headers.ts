import type { FastifyInstance } from "fastify";

const POLICY = "content-security-policy";

/**
 * What a browser is told about the answers. They are data, so a page made of one may load nothing, run nothing and be
 * framed by nobody, and its type is the one that it says. No Strict-Transport-Security: this server speaks plain HTTP,
 * and whoever puts TLS in front of it decides that.
 */
export const DATA_HEADERS = {
  "x-content-type-options": "nosniff",
  [POLICY]: "default-src 'none'; frame-ancestors 'none'",
} as const;

/**
 * The same for Apollo Sandbox. It says itself which scripts and frames it may load, by a policy in its head; this adds what a page
 * cannot say of itself, or does not.
 */
export const SANDBOX_HEADERS = {
  [POLICY]: "frame-ancestors 'none'; base-uri 'none'; form-action 'none'; object-src 'none'",
} as const;

/** Adds the headers to every answer; a route may set others. */
export function useSecurityHeaders(app: FastifyInstance): void {
  app.addHook("onRequest", (_request, reply, done) => {
    reply.headers(DATA_HEADERS);
    done();
  });
}
