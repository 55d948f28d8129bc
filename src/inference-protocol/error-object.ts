import type { FastifyReply, FastifyRequest } from "fastify";
import { isErrorAnswer } from "../rows/error-answer";

/**
 * A hook of a route: its errors, and those of the server's hooks, get the form that the protocol requires, `{"error": "…"}`, with the code
 * and the invalid values that GraphQL tells as well.
 */
export async function sendErrorObject(_request: FastifyRequest, reply: FastifyReply, payload: unknown) {
  if (!isErrorAnswer(payload)) return payload;
  const [{ message, extensions }] = payload.errors;
  const { code, fields } = extensions;
  // KServe's client reads the message only if the type is exactly this.
  reply.header("content-type", "application/json");
  return { error: message, code, ...(fields && { fields }) };
}
