import type { FastifyReply, FastifyRequest } from "fastify";
import { entityTagOf, isKnownTag } from "./entity-tag";

/** Clients keep the answer, and ask by its ETag whether it is still the same. */
const CACHED = {
  "referrer-policy": "no-referrer",
  "cache-control": "public, max-age=0, must-revalidate",
} as const;

/**
 * Policy of a page without a script. It shows texts that came with a model or a table, perhaps from elsewhere. Should any of them ever
 * pass for markup, the browser still runs no script, sends no form and asks no other server.
 */
export const SCRIPTLESS_POLICY =
  "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What a browser may keep. */
export interface CachedAnswer {
  readonly type: string;
  readonly body: string | Buffer;
  /** Content-Security-Policy. */
  readonly policy: string;
  /** Computed from the body if it is not given. */
  readonly etag?: string;
}

/** Sends an answer, or 304 to a client that has it. */
export function sendCached(
  request: FastifyRequest,
  reply: FastifyReply,
  { type, body, policy, etag = entityTagOf(body) }: CachedAnswer,
): FastifyReply {
  reply.headers(CACHED).header("content-security-policy", policy).header("etag", etag);
  if (isKnownTag(request.headers["if-none-match"], etag)) return reply.code(304).send();
  return reply.type(type).send(body);
}
