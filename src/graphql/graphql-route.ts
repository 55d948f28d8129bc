import { type ApolloServer, HeaderMap, type HTTPGraphQLRequest } from "@apollo/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Request } from "../connections/request";
import { NOT_CACHED } from "../http/security-headers";
import type { Ide } from "../pages/ide";
import type { FastAnswer, FastPath } from "./compiled/fast-path";
import type { ConditionalGet } from "./conditional-get";
import type { CsrfPrevention } from "./csrf";
import { withPersistedQuery } from "./document-id";
import type { DocumentAdmission } from "./guards/document-admission";
import { queryTextsOf } from "./query-texts";
import type { RequestContext } from "./request-context";

/** Apollo puts errors before the data. */
const WITHOUT_ERRORS = '{"data":';

export interface GraphQLRouteParts {
  readonly contextOf: (request: FastifyRequest) => RequestContext;
  /** Checks each document before Apollo parses it. */
  readonly admission: DocumentAdmission;
  readonly fastPath: FastPath | undefined;
  readonly conditionalGet: ConditionalGet;
  readonly csrf: CsrfPrevention;
  /** Shown to browsers. */
  readonly ide: Ide | undefined;
}

/** Passes requests at `/graphql` to Apollo Server, and sends its responses. */
export function useGraphQLRoute(
  app: FastifyInstance,
  apollo: ApolloServer<RequestContext>,
  { contextOf, admission, fastPath, conditionalGet, csrf, ide }: GraphQLRouteParts,
): void {
  const answerByApollo = async (request: FastifyRequest, reply: FastifyReply) => {
    const context = contextOf(request);
    const tag = conditionalGet.tagOf(request, context.catalogue);
    if (tag && conditionalGet.isKnown(request, tag)) return conditionalGet.allow(reply.code(304), tag).send();

    const { status, headers, body } = await apollo
      .executeHTTPGraphQLRequest({
        httpGraphQLRequest: toHTTPGraphQLRequest(request, csrf),
        // Apollo reports errors thrown here like its own.
        context: async () => {
          for (const text of queryTextsOf(request)) if (typeof text === "string") admission.check(text);
          return context;
        },
      })
      .finally(() => context.turn.end());
    reply
      .code(status ?? 200)
      .headers(NOT_CACHED)
      .headers(Object.fromEntries(headers));
    // Only @defer and @stream, which this schema does not have, send a body in chunks.
    if (body.kind !== "complete") return reply.send(body.asyncIterator);
    if (tag && body.string.startsWith(WITHOUT_ERRORS)) conditionalGet.allow(reply, tag);
    return body.string;
  };
  const send = (reply: FastifyReply, { status, contentType, pieces }: FastAnswer) =>
    void reply.code(status).headers(NOT_CACHED).header("content-type", contentType).send(pieces.join(""));
  const answerLate = async (
    answer: Promise<FastAnswer | undefined>,
    request: FastifyRequest,
    reply: FastifyReply,
  ) => {
    const late = await answer;
    if (!late) return answerByApollo(request, reply);
    send(reply, late);
    return reply;
  };
  app.route({
    method: ["GET", "POST"],
    url: "/graphql",
    config: { predicts: true },
    // Apollo does not support HEAD.
    exposeHeadRoute: false,
    handler: (request, reply) => {
      if (ide?.isWanted(request)) return ide.send(reply);
      const answer = wentShortWay(request) ? undefined : fastPath?.answer(request, () => contextOf(request));
      if (!answer) return answerByApollo(request, reply);
      if (answer instanceof Promise) return answerLate(answer, request, reply);
      send(reply, answer);
      // Returning the reply would make Fastify wait until it is sent, which takes as long as the rest of this path.
      return undefined;
    },
  });
}

/** Whether the fast path has been tried already. */
const wentShortWay = ({ raw }: FastifyRequest) => raw instanceof Request && raw.readBody !== undefined;

function toHTTPGraphQLRequest(request: FastifyRequest, csrf: CsrfPrevention): HTTPGraphQLRequest {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(csrf.withDecision(request.headers))) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  const query = request.url.indexOf("?");
  const search = query === -1 ? "" : request.url.slice(query);
  return withPersistedQuery({ method: request.method, headers, search, body: request.body });
}
