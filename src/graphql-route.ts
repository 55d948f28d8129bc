import { type ApolloServer, HeaderMap, type HTTPGraphQLRequest } from "@apollo/server";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { ModelCatalogue } from "../model/catalogue";
import type { PredictionRecorder } from "../schema/context";
import type { RequestContext } from "./apollo";

/** Hands the requests at `/graphql` to Apollo Server, and its answers back. */
export function useGraphQLRoute(
  app: FastifyInstance,
  apollo: ApolloServer<RequestContext>,
  currentCatalogue: () => ModelCatalogue,
  maxBatchSize: number,
  recorderOf: (request: FastifyRequest) => PredictionRecorder,
): void {
  app.route({
    method: ["GET", "POST"],
    url: "/graphql",
    handler: async (request, reply) => {
      const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: toHTTPGraphQLRequest(request),
        context: async () => ({
          catalogue: currentCatalogue(),
          maxBatchSize,
          recorder: recorderOf(request),
          request,
        }),
      });
      reply.code(status ?? 200).headers(Object.fromEntries(headers));
      // A body comes in chunks only for @defer and @stream, which this schema does not have.
      return body.kind === "complete" ? body.string : reply.send(body.asyncIterator);
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
