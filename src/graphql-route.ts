import { type ApolloServer, HeaderMap, type HTTPGraphQLRequest } from "@apollo/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { RequestContext } from "./apollo";
import type { FastPath } from "./fast-path";

/** Answers tell of what the client has sent, and of models that change. */
const NOT_CACHED = { "cache-control": "no-store" } as const;

/**
 * Hands the requests at `/graphql` to Apollo Server, and its answers back; what the fast path can answer goes past it.
 *
 * @param contextOf - makes what the resolvers get for a request
 */
export function useGraphQLRoute(
  app: FastifyInstance,
  apollo: ApolloServer<RequestContext>,
  fastPath: FastPath | undefined,
  contextOf: (request: FastifyRequest) => RequestContext,
): void {
  const answerByApollo = async (request: FastifyRequest, reply: FastifyReply) => {
    const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: toHTTPGraphQLRequest(request),
      context: async () => contextOf(request),
    });
    reply
      .code(status ?? 200)
      .headers(NOT_CACHED)
      .headers(Object.fromEntries(headers));
    // A body comes in chunks only for @defer and @stream, which this schema does not have.
    return body.kind === "complete" ? body.string : reply.send(body.asyncIterator);
  };
  app.route({
    method: ["GET", "POST"],
    url: "/graphql",
    handler: (request, reply) => {
      const answer = fastPath?.answer(request, () => contextOf(request));
      if (!answer) return answerByApollo(request, reply);
      reply.headers(NOT_CACHED).header("content-type", answer.contentType).send(answer.body);
      // Not the reply: Fastify would wait for it to be sent, which takes as long as the rest of this path.
      return undefined;
    },
  });
}

function toHTTPGraphQLRequest(request: FastifyRequest): HTTPGraphQLRequest {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  const query = request.url.indexOf("?");
  return {
    method: request.method,
    headers,
    search: query === -1 ? "" : request.url.slice(query),
    body: request.body,
  };
}
