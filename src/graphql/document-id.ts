import type { HTTPGraphQLRequest } from "@apollo/server";
import type { FastifyRequest } from "fastify";
import { isJsonRecord, type JsonRecord } from "../../schema/json-record";

/**
 * Persisted documents by the draft of GraphQL over HTTP (Appendix A): a request names its document by `documentId`, which is a custom
 * identifier or `sha256:` and a hash. https://github.com/graphql/graphql-over-http
 */
const SHA256_PREFIX = "sha256:";

/**
 * Inserts the document text into the body of a request with a `documentId`. If the id is unknown, the body is unchanged and Apollo
 * answers PERSISTED_QUERY_NOT_FOUND.
 *
 * @param textOf - document texts by id and by hash
 */
export function insertDocument(request: FastifyRequest, textOf: ReadonlyMap<string, string>): void {
  const { body } = request;
  const id = isJsonRecord(body) ? documentIdOf(body) : undefined;
  const query = id === undefined ? undefined : textOf.get(id);
  if (query === undefined || !isJsonRecord(body)) return;
  const { documentId: _, ...others } = body;
  request.body = { ...others, query };
}

/** Translates `documentId` to `extensions.persistedQuery`, the only form that Apollo Server knows. */
export function withPersistedQuery(request: HTTPGraphQLRequest): HTTPGraphQLRequest {
  const { method, search, body } = request;
  if (method === "POST") {
    const id = isJsonRecord(body) ? documentIdOf(body) : undefined;
    if (id === undefined || !isJsonRecord(body)) return request;
    const { extensions } = body;
    return { ...request, body: { ...body, extensions: withHash(extensions, id) } };
  }
  if (!search.includes("documentId=")) return request;
  const parameters = new URLSearchParams(search);
  const ids = parameters.getAll("documentId");
  const extensions = parsed(parameters.get("extensions") ?? "{}");
  // Apollo reports invalid extensions.
  if (ids.length !== 1 || parameters.has("query") || !isJsonRecord(extensions)) return request;
  parameters.set("extensions", JSON.stringify(withHash(extensions, withoutPrefix(ids[0]))));
  return { ...request, search: `?${parameters}` };
}

/** The id of a request without text; a request with both runs its text. */
function documentIdOf({ query, documentId }: JsonRecord): string | undefined {
  if (typeof documentId !== "string" || (query !== undefined && query !== null)) return undefined;
  return withoutPrefix(documentId);
}

function withoutPrefix(documentId: string): string {
  return documentId.startsWith(SHA256_PREFIX) ? documentId.slice(SHA256_PREFIX.length) : documentId;
}

function withHash(extensions: unknown, sha256Hash: string): object {
  return { ...(isJsonRecord(extensions) && extensions), persistedQuery: { version: 1, sha256Hash } };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
