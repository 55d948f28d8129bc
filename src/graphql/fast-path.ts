import type { ApolloServerPlugin } from "@apollo/server";
import type { FastifyRequest } from "fastify";
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from "graphql";
import type { GraphQLContext } from "../../schema/context";
import { noteOperation } from "../http/request-log";
import type { RequestContext } from "./apollo";
import { CompiledOperations, type Variables } from "./compiled-operations";
import { DeferredRecorder } from "./deferred-recorder";

/** The media types that Apollo chooses for what clients usually accept; all else is left for Apollo to negotiate. */
const MEDIA_TYPES: ReadonlyMap<string | undefined, string> = new Map([
  [undefined, "application/json; charset=utf-8"],
  ["*/*", "application/json; charset=utf-8"],
  ["application/json", "application/json; charset=utf-8"],
  // Apollo Client's.
  [
    "application/graphql-response+json,application/json;q=0.9",
    "application/graphql-response+json; charset=utf-8",
  ],
]);

/** A look at a request that depends on its variables; throws where the request is to be refused. */
export type RequestCheck = (
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
) => void;

/** An answer with status 200. */
export interface FastAnswer {
  readonly contentType: string;
  readonly body: string;
}

/**
 * Answers what Apollo Server has answered often, without Apollo Server.
 *
 * What keeps the two the same: a document is learned only from answers without errors, so it has passed parsing, validation
 * and every limit of documents; and this path answers only where there is no error. In any other case (a variable that cannot be
 * coerced, an error of a resolver, a header or field of the request that is unusual) it gives no answer, and the request
 * is Apollo's from the start.
 */
export class FastPath {
  private readonly operations: CompiledOperations;

  /** @param checks - what Apollo's plugins check of each request, since they are not asked here */
  constructor(
    schema: GraphQLSchema,
    private readonly checks: readonly RequestCheck[] = [],
  ) {
    this.operations = new CompiledOperations(schema);
  }

  /** Learns from what Apollo answers. */
  readonly plugin: ApolloServerPlugin<RequestContext> = {
    requestDidStart: async () => ({
      willSendResponse: async ({ source, document, errors, response }) => {
        if (errors || !source || !document || response.http.status) return;
        await this.operations.learn(source, document);
      },
    }),
  };

  /**
   * The answer to a request at /graphql; undefined where Apollo is to give it.
   *
   * @param contextOf - makes what the resolvers get. Its recorder is told of what is answered here alone: where this path finds an
   *   error, the resolvers run once more in Apollo.
   */
  answer(request: FastifyRequest, contextOf: () => GraphQLContext): FastAnswer | undefined {
    const { method, url, headers, body } = request;
    const contentType = MEDIA_TYPES.get(headers.accept);
    if (method !== "POST" || url !== "/graphql" || !contentType || !isRecord(body)) return undefined;

    const { query, variables = null, operationName = null, extensions = null } = body;
    if (typeof query !== "string" || !isRecord(variables ?? {})) return undefined;
    if (extensions !== null && !(isRecord(extensions) && !("persistedQuery" in extensions))) return undefined;

    const compiled = this.operations.find(query);
    if (!compiled) return undefined;
    const { document, operation } = compiled;
    if (operationName !== null && operationName !== operation.name?.value) return undefined;

    const values = isRecord(variables) ? variables : {};
    try {
      for (const check of this.checks) check(document, operation, values);
      const { catalogue, maxBatchSize, recorder } = contextOf();
      const records = new DeferredRecorder();
      const text = compiled.run({ catalogue, maxBatchSize, recorder: records }, values);
      if (text === undefined) return undefined;
      if (recorder) records.tell(recorder);
      noteOperation(request, operation);
      return { contentType, body: text };
    } catch {
      return undefined;
    }
  }
}

function isRecord(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
