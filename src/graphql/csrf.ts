import type { IncomingHttpHeaders } from "node:http";

/** Headers that a page cannot send to another origin without a preflight, and that clients send for this reason. */
const PREFLIGHT_HEADERS = ["apollo-require-preflight", "x-apollo-operation-name"] as const;

/** Content types that a page can send to another origin without a preflight (Fetch, "CORS-safelisted request-header"). */
const SIMPLE_TYPES: ReadonlySet<string> = new Set([
  "application/x-www-form-urlencoded",
  "multipart/form-data",
  "text/plain",
]);

/** The headers that the decision depends on; caches must vary on them. */
export const CSRF_HEADERS = [
  "content-type",
  ...PREFLIGHT_HEADERS,
  "origin",
  "sec-fetch-mode",
  "sec-fetch-site",
] as const;

/**
 * Protects against cross-site request forgery: a page of another origin could make its visitor's browser send requests to this server.
 *
 * Browsers state the origin of a request in Fetch Metadata headers (https://www.w3.org/TR/fetch-metadata/), which pages cannot set, but
 * omit them over plain HTTP to other hosts. Then Apollo Server's rule applies: the request must have a header that requires a preflight.
 */
export class CsrfPrevention {
  private readonly origins: ReadonlySet<string>;

  /** @param origins - other origins whose pages may send requests */
  constructor(origins: Iterable<string>) {
    this.origins = new Set(origins);
  }

  /** Whether the headers rule out a forged request. */
  isSafe(headers: IncomingHttpHeaders): boolean {
    return isPreflighted(headers) || this.isOfAllowedPage(headers) || isOfNoForeignPage(headers);
  }

  /** The headers for Apollo Server, which applies its own rule: those it looks at are replaced by the decision made here. */
  withDecision(headers: IncomingHttpHeaders): IncomingHttpHeaders {
    const others = { ...headers };
    for (const name of CSRF_HEADERS) delete others[name];
    return this.isSafe(headers) ? { ...others, "apollo-require-preflight": "true" } : others;
  }

  /** Browsers send Origin if the page wants to read the response. */
  private isOfAllowedPage({ origin }: IncomingHttpHeaders): boolean {
    return origin !== undefined && this.origins.has(origin);
  }
}

/** Whether a browser would have sent a preflight before a page of another origin could send these headers. */
function isPreflighted(headers: IncomingHttpHeaders): boolean {
  const type = headers["content-type"]?.split(";", 1)[0].trim().toLowerCase();
  if (type !== undefined && !SIMPLE_TYPES.has(type)) return true;
  return PREFLIGHT_HEADERS.some((name) => headers[name]);
}

/**
 * Whether Fetch Metadata say that the request is from this origin or from the user (an address typed, a bookmark). A mode without a site
 * comes from `fetch` in Node.js; browsers send both or neither.
 */
function isOfNoForeignPage(headers: IncomingHttpHeaders): boolean {
  const { "sec-fetch-site": site, "sec-fetch-mode": mode } = headers;
  return site === undefined ? mode !== undefined : site === "same-origin" || site === "none";
}
