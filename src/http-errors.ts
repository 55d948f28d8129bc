import type { FastifyError, FastifyInstance } from "fastify";
import { ERROR_CODES, type ErrorCode } from "../model/errors";

const CODE_OF_STATUS: { readonly [status: number]: ErrorCode } = {
  404: "NOT_FOUND",
  405: "METHOD_NOT_ALLOWED",
  413: "PAYLOAD_TOO_LARGE",
  415: "UNSUPPORTED_MEDIA_TYPE",
};

/** The body of an error answer: GraphQL's own form, on every path, so that clients need to know one only. */
export function errorBody(code: ErrorCode, message: string = ERROR_CODES[code]) {
  return { errors: [{ message, extensions: { code } }] };
}

/** Answers what HTTP refuses, and what fails unforeseen, as JSON with a stable code, never with a stack. */
export function useHttpErrors(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) =>
    reply
      .code(404)
      .send(
        errorBody("NOT_FOUND", `There is no ${request.method} ${pathOf(request.url)}; try POST /graphql.`),
      ),
  );
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) {
      request.log.error({ err: error }, "request failed");
      return reply.code(500).send(errorBody("INTERNAL_SERVER_ERROR", "The server failed to answer."));
    }
    // Fastify's messages for its own refusals say what was wrong with the request, and nothing of the server.
    return reply.code(status).send(errorBody(CODE_OF_STATUS[status] ?? "BAD_REQUEST", error.message));
  });
}

/** The path of a URL without its query string, which may carry input values. */
export function pathOf(url: string): string {
  const end = url.indexOf("?");
  return end === -1 ? url : url.slice(0, end);
}
