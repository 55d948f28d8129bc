import type { FastifyInstance } from "fastify";

/**
 * What a browser is told about the answers. They are data, so a page made of one may load nothing, run nothing and be
 * framed by nobody, and its type is the one that it says. No Strict-Transport-Security: this server speaks plain HTTP,
 * and whoever puts TLS in front of it decides that.
 */
export const DATA_HEADERS = {
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
} as const;

/**
 * The one page that there is, Apollo Sandbox, says itself which scripts and frames it may load, by a policy in its head;
 * this adds what a page cannot say of itself, or does not.
 */
const PAGE_POLICY = "frame-ancestors 'none'; base-uri 'none'; form-action 'none'; object-src 'none'";

/** Adds the headers to every answer. */
export function useSecurityHeaders(app: FastifyInstance): void {
  app.addHook("onRequest", (_request, reply, done) => {
    reply.headers(DATA_HEADERS);
    done();
  });
  app.addHook("onSend", (_request, reply, payload, done) => {
    const type = reply.getHeader("content-type");
    if (typeof type === "string" && type.startsWith("text/html")) {
      reply.header("content-security-policy", PAGE_POLICY);
    }
    done(null, payload);
  });
}
