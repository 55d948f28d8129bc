import type { FastifyRequest } from "fastify";

/** Every value that Apollo might use as the query; it parses the query string with URLSearchParams. */
export function queryTextsOf({ method, url, body }: FastifyRequest): unknown[] {
  if (method !== "POST") return new URLSearchParams(url.slice(url.indexOf("?") + 1)).getAll("query");
  return typeof body === "object" && body !== null && "query" in body ? [body.query] : [];
}
