import { STATUS_CODES } from "node:http";
import type { FastifyReply, FastifyRequest } from "fastify";
import { array, type InferOutput, is, looseObject, optional, string, tuple } from "valibot";

/** Media type of RFC 9457. */
export const PROBLEM_JSON = "application/problem+json; charset=utf-8";

const errorAnswer = looseObject({
  errors: tuple([
    looseObject({
      message: string(),
      extensions: looseObject({
        code: string(),
        fields: optional(array(looseObject({ path: string(), message: string() }))),
      }),
    }),
  ]),
});

/** An error answer in the form that all paths share: `errorBody` of `src/http/http-errors.ts`. */
type ErrorAnswer = InferOutput<typeof errorAnswer>;

/** Whether an answer is an error in the form that all paths share. */
export function isErrorAnswer(payload: unknown): payload is ErrorAnswer {
  return is(errorAnswer, payload);
}

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
