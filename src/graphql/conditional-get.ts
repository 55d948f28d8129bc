import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type GraphQLSchema, printSchema } from "graphql";
import type { ModelCatalogue } from "../../model/registry/catalogue";
import { isKnownTag } from "../http/entity-tag";
import { CSRF_HEADERS, type CsrfPrevention } from "./csrf";

/** Seconds for which a response may be reused without revalidation, even if the models have changed. */
const MAX_AGE_S = 5;

/** Request headers that a response depends on. */
const VARY = ["accept", ...CSRF_HEADERS];

/**
 * Caching of GET responses. With the same models a query always has the same result, so responses may be cached and revalidated by their
 * ETag: a hash of the query string, the Accept header, the schema, and the SHA-256 of every served model.
 *
 * `Vary` keeps caches from giving another origin a response that CSRF prevention would refuse. If an API key is required, only private
 * caches may store responses.
 */
export class ConditionalGet {
  private readonly schemaHash: () => string;
  private readonly modelHashes = new WeakMap<ModelCatalogue, string>();
  private readonly cacheControl: string;

  /**
   * @param isPrivate - whether only private caches may store responses
   * @param safelistDigest - of the operations that document ids stand for
   */
  constructor(
    schema: GraphQLSchema,
    private readonly csrf: CsrfPrevention,
    isPrivate: boolean,
    safelistDigest = "",
  ) {
    let hash: string | undefined;
    this.schemaHash = () => {
      hash ??= digest([printSchema(schema), safelistDigest]);
      return hash;
    };
    this.cacheControl = `${isPrivate ? "private" : "public"}, max-age=${MAX_AGE_S}, must-revalidate`;
  }

  /** The ETag of a response without errors; undefined if the response may not be cached. */
  tagOf({ method, url, headers }: FastifyRequest, catalogue: ModelCatalogue): string | undefined {
    if (method === "POST") return undefined;
    const search = url.slice(url.indexOf("?") + 1);
    return `"${digest([search, headers.accept ?? "", this.schemaHash(), this.modelsHash(catalogue)])}"`;
  }

  /** Whether the client already has this response. `If-None-Match: *` does not tell. */
  isKnown({ headers }: FastifyRequest, tag: string): boolean {
    const ifNoneMatch = headers["if-none-match"];
    return this.csrf.isSafe(headers) && ifNoneMatch !== "*" && isKnownTag(ifNoneMatch, tag);
  }

  allow(reply: FastifyReply, tag: string): FastifyReply {
    const vary = [reply.getHeader("vary"), ...VARY].filter(Boolean).join(", ");
    return reply.headers({ etag: tag, "cache-control": this.cacheControl, vary });
  }

  private modelsHash(catalogue: ModelCatalogue): string {
    const known = this.modelHashes.get(catalogue);
    if (known !== undefined) return known;
    const models = catalogue.models.map(({ id, sha256 }) => `${id} ${sha256}`);
    const hash = digest([
      ...models,
      "pins",
      ...Array.from(catalogue.pins, ([name, version]) => `${name}@${version}`).sort(),
    ]);
    this.modelHashes.set(catalogue, hash);
    return hash;
  }
}

function digest(parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
}
