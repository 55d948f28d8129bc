import type { IncomingHttpHeaders } from "node:http";

/** Headers that a page cannot send to another origin without a preflight, and that clients send for that reason. */
const PREFLIGHT_HEADERS = ["apollo-require-preflight", "x-apollo-operation-name"] as const;

/** Content types that a page can send to another origin without a preflight (Fetch, "CORS-safelisted request-header"). */
const SIMPLE_TYPES: ReadonlySet<string> = new Set([
  "application/x-www-form-urlencoded",
  "multipart/form-data",
  "text/plain",
]);

/** Every header that the decision below depends on: a cache must keep answers apart by them. */
export const CSRF_HEADERS = ["content-type", ...PREFLIGHT_HEADERS] as const;

/**
 * Whether a browser must have asked this server, by a preflight, before a page of another origin could send these headers: the rule of
 * Apollo Server's CSRF prevention, in the one place where it is decided.
 */
export function isPreflighted(headers: IncomingHttpHeaders): boolean {
  const type = headers["content-type"]?.split(";", 1)[0].trim().toLowerCase();
  if (type !== undefined && !SIMPLE_TYPES.has(type)) return true;
  return PREFLIGHT_HEADERS.some((name) => headers[name]);
}

/**
 * The same headers for Apollo Server, which enforces the rule: of those that it would decide by, only the decision is left.
 */
export function withDecision(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const others = { ...headers };
  for (const name of CSRF_HEADERS) delete others[name];
  return isPreflighted(headers) ? { ...others, "apollo-require-preflight": "true" } : others;
}
