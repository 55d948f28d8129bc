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
export const CSRF_HEADERS = [
  "content-type",
  ...PREFLIGHT_HEADERS,
  "origin",
  "sec-fetch-mode",
  "sec-fetch-site",
] as const;

/**
 * Decides, in one place, whether a page of another origin could have had its visitor's browser send a request that this server has not
 * allowed that page (cross-site request forgery).
 *
 * A browser tells where a request comes from by Fetch Metadata (https://www.w3.org/TR/fetch-metadata/), which no page can set. It leaves
 * them out over plain HTTP to another machine: then the rule is that of Apollo Server, which wants a header that the browser must have asked
 * for by a preflight.
 */
export class CsrfPrevention {
  private readonly origins: ReadonlySet<string>;

  /** @param origins - those whose pages may ask, besides the server's own */
  constructor(origins: Iterable<string>) {
    this.origins = new Set(origins);
  }

  /** Whether these headers show that no page has sent the request that may not. */
  isSafe(headers: IncomingHttpHeaders): boolean {
    return isPreflighted(headers) || this.isOfAllowedPage(headers) || isOfNoForeignPage(headers);
  }

  /** The same headers for Apollo Server, which enforces its rule: of those that it would decide by, only the decision is left. */
  withDecision(headers: IncomingHttpHeaders): IncomingHttpHeaders {
    const others = { ...headers };
    for (const name of CSRF_HEADERS) delete others[name];
    return this.isSafe(headers) ? { ...others, "apollo-require-preflight": "true" } : others;
  }

  /** A browser names the page's origin where the page is to read the answer. */
  private isOfAllowedPage({ origin }: IncomingHttpHeaders): boolean {
    return origin !== undefined && this.origins.has(origin);
  }
}

/** Whether a browser must have asked this server, by a preflight, before a page of another origin could send these headers. */
function isPreflighted(headers: IncomingHttpHeaders): boolean {
  const type = headers["content-type"]?.split(";", 1)[0].trim().toLowerCase();
  if (type !== undefined && !SIMPLE_TYPES.has(type)) return true;
  return PREFLIGHT_HEADERS.some((name) => headers[name]);
}

/**
 * Whether Fetch Metadata show that no page of another origin has sent the request: the server's own page has, or the visitor by typing
 * the address. A mode without a site is what `fetch` of Node.js sends; a browser sends both or none.
 */
function isOfNoForeignPage(headers: IncomingHttpHeaders): boolean {
  const { "sec-fetch-site": site, "sec-fetch-mode": mode } = headers;
  return site === undefined ? mode !== undefined : site === "same-origin" || site === "none";
}
