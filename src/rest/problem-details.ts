import { STATUS_CODES } from "node:http";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type ErrorAnswer, isErrorAnswer } from "../rows/error-answer";

/** Media type of RFC 9457. */
export const PROBLEM_JSON = "application/problem+json; charset=utf-8";

/** The error of an answer as problem details (RFC 9457), with the code and the bad fields that GraphQL tells as well. */
export function problemDetails(status: number, { errors: [{ message, extensions }] }: ErrorAnswer) {
  const { code, fields } = extensions;
  return {
    type: "about:blank",
    title: STATUS_CODES[status] ?? "Error",
    status,
    detail: message,
    code,
    ...(fields && { fields }),
  };
}

/** A hook of a route: whatever refuses its requests, hooks of the server included, its errors are problem details. */
export async function sendProblemDetails(_request: FastifyRequest, reply: FastifyReply, payload: unknown) {
  if (!isErrorAnswer(payload)) return payload;
  reply.header("content-type", PROBLEM_JSON);
  return problemDetails(reply.statusCode, payload);
}
