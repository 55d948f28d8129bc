import type { FastifyReply, FastifyRequest } from "fastify";
import { entityTagOf, isKnownTag } from "./entity-tag";

/** Clients revalidate by ETag. */
const CACHED = {
  "referrer-policy": "no-referrer",
  "cache-control": "public, max-age=0, must-revalidate",
} as const;

/**
 * Policy of a page without scripts. It shows texts of models: should one be taken for markup, the browser still runs no script and sends
 * no form.
 */
export const SCRIPTLESS_POLICY =
  "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export interface CachedAnswer {
  readonly type: string;
  readonly body: string | Buffer;
  readonly policy: string;
  /** By default the hash of the body. */
  readonly etag?: string;
}

/** Sends an answer, or 304 if the client has it. */
export function sendCached(
  request: FastifyRequest,
  reply: FastifyReply,
  { type, body, policy, etag = entityTagOf(body) }: CachedAnswer,
): FastifyReply {
  reply.headers(CACHED).header("content-security-policy", policy).header("etag", etag);
  if (isKnownTag(request.headers["if-none-match"], etag)) return reply.code(304).send();
  return reply.type(type).send(body);
}
