import type { FastifyReply, FastifyRequest } from "fastify";
import { isErrorAnswer } from "../rows/error-answer";

/** The path of the protocol, and those below it. */
const PROTOCOL_PATH = /^\/v2(?:[/?]|$)/;

/**
 * A hook: errors of the protocol's paths, also those of other hooks, get the form that it requires, `{"error": "…"}`, with the code and the
 * invalid values that GraphQL tells as well.
 */
export async function sendErrorObject({ url }: FastifyRequest, reply: FastifyReply, payload: unknown) {
  if (!PROTOCOL_PATH.test(url) || !isErrorAnswer(payload)) return payload;
  const [{ message, extensions }] = payload.errors;
  const { code, fields } = extensions;
  // KServe's client reads the message only if the type is exactly this.
  reply.header("content-type", "application/json");
  return { error: message, code, ...(fields && { fields }) };
}
