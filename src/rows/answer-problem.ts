import type { FastifyReply } from "fastify";
import { GraphQLError } from "graphql";
import type { ErrorCode } from "../../model/errors";
import { InputProblem } from "../../schema/invalid-input.error";

const BAD_INPUT: ErrorCode = "BAD_USER_INPUT";

/**
 * Sends the result of a request that did not come by GraphQL. Errors that GraphQL has as well (no model, too costly, overloaded) have the
 * status that they name. The form is that of all paths, and a hook of the route may give it another.
 *
 * @param answer - computes the result
 * @param badInput - the status where the input is invalid
 */
export async function sendResult(
  reply: FastifyReply,
  answer: () => unknown | Promise<unknown>,
  badInput = 422,
): Promise<FastifyReply> {
  try {
    const result = await answer();
    if (!(result instanceof InputProblem)) return reply.send(result);
    const { message, fields } = result;
    return reply.code(badInput).send({ errors: [{ message, extensions: { code: BAD_INPUT, fields } }] });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return sendGraphQLError(reply, error, badInput);
  }
}

function sendGraphQLError(
  reply: FastifyReply,
  { message, extensions }: GraphQLError,
  badInput: number,
): FastifyReply {
  const { http, ...told } = extensions;
  const { status = badInput, headers } = httpOf(http);
  for (const [name, value] of headers) reply.header(name, value);
  return reply.code(status).send({ errors: [{ message, extensions: told }] });
}

/** What an error says of its answer: Apollo Server's convention. */
function httpOf(http: unknown): { status?: number; headers: Iterable<[string, string]> } {
  if (typeof http !== "object" || http === null) return { headers: [] };
  const headers = "headers" in http && http.headers instanceof Map ? http.headers : [];
  return "status" in http && typeof http.status === "number" ? { status: http.status, headers } : { headers };
}
