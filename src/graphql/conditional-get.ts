import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type GraphQLSchema, printSchema } from "graphql";
import type { ModelCatalogue } from "../../model/registry/catalogue";
import { isKnownTag } from "../http/entity-tag";
import { CSRF_HEADERS, type CsrfPrevention } from "./csrf";

/** Seconds for which an answer may be reused without asking again, and so may be out of date after the models change. */
const MAX_AGE_S = 5;

/** What an answer depends on besides the URL. */
const VARY = ["accept", ...CSRF_HEADERS];

/**
 * The same query has the same answer as long as the same models answer it. So answers to GET may be cached, and revalidated by
 * their entity tag: the hash of the URL's search (the document or its hash, and the variables), of what the client accepts, of the
 * schema, and of the SHA-256 of every served model.
 *
 * A cache must not give a page of another origin what CSRF prevention would refuse it: hence `Vary`. If an API key is
 * needed, only the client's own cache may keep answers.
 */
export class ConditionalGet {
  private readonly schemaHash: () => string;
  private readonly modelHashes = new WeakMap<ModelCatalogue, string>();
  private readonly cacheControl: string;

  /** @param isPrivate - whether answers are for the client alone */
  constructor(
    schema: GraphQLSchema,
    private readonly csrf: CsrfPrevention,
    isPrivate: boolean,
  ) {
    let hash: string | undefined;
    this.schemaHash = () => {
      hash ??= digest([printSchema(schema)]);
      return hash;
    };
    this.cacheControl = `${isPrivate ? "private" : "public"}, max-age=${MAX_AGE_S}, must-revalidate`;
  }

  /** The tag of the answer to a request, should it have no errors; undefined where answers may not be kept. */
  tagOf({ method, url, headers }: FastifyRequest, catalogue: ModelCatalogue): string | undefined {
    if (method === "POST") return undefined;
    const search = url.slice(url.indexOf("?") + 1);
    return `"${digest([search, headers.accept ?? "", this.schemaHash(), this.modelsHash(catalogue)])}"`;
  }

  /** Whether the client has the answer, and would get it. That there is one is not sure where it asks for any (`*`). */
  isKnown({ headers }: FastifyRequest, tag: string): boolean {
    const ifNoneMatch = headers["if-none-match"];
    return this.csrf.isSafe(headers) && ifNoneMatch !== "*" && isKnownTag(ifNoneMatch, tag);
  }

  /** Tells the client that it may keep the answer. */
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
