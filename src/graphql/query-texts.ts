import type { FastifyRequest } from "fastify";

/** Every value that Apollo could take for the query of a request: it reads the search of a GET as URLSearchParams does. */
export function queryTextsOf({ method, url, body }: FastifyRequest): unknown[] {
  if (method !== "POST") return new URLSearchParams(url.slice(url.indexOf("?") + 1)).getAll("query");
  return typeof body === "object" && body !== null && "query" in body ? [body.query] : [];
}
