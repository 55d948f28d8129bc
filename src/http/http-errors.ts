import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ErrorCode } from "../../model/errors";
import type { RequestEnds } from "../connections/request-end";
import { errorBody } from "./error-body";
import { watchRoutes } from "./routes";
import { DATA_HEADERS } from "./security-headers";

const CODE_OF_STATUS: { readonly [status: number]: ErrorCode } = {
  404: "NOT_FOUND",
  405: "METHOD_NOT_ALLOWED",
  413: "PAYLOAD_TOO_LARGE",
  415: "UNSUPPORTED_MEDIA_TYPE",
  429: "TOO_MANY_REQUESTS",
};

const MAX_PATH = 100;

/** Returns HTTP errors and unexpected failures as JSON with a stable code, never with a stack trace. Register before the routes. */
export function useHttpErrors(app: FastifyInstance): void {
  const methodsOf = watchRoutes(app);
  app.setNotFoundHandler((request, reply) => {
    const path = pathOf(request.url);
    const shown = path.length > MAX_PATH ? `${path.slice(0, MAX_PATH)}…` : path;
    const allowed = methodsOf(path);
    // The route supports the method, but found nothing at this path.
    if (allowed.length === 0 || allowed.includes(request.method)) {
      const message = `There is no ${request.method} ${shown}; try POST /graphql.`;
      return reply.code(404).send(errorBody("NOT_FOUND", message));
    }
    // RFC 9110, 15.5.6: a 405 response lists the methods of the path in Allow.
    const methods = allowed.join(", ");
    const message = `${shown} does not support ${request.method}; it supports ${methods}.`;
    return reply.code(405).header("allow", methods).send(errorBody("METHOD_NOT_ALLOWED", message));
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) {
      request.log.error({ reqId: request.id, err: error }, "request failed");
      return reply.code(500).send(errorBody("INTERNAL_SERVER_ERROR", "The server failed."));
    }
    // Fastify's own messages describe the request and reveal nothing about the server.
    return reply.code(status).send(errorBody(CODE_OF_STATUS[status] ?? "BAD_REQUEST", error.message));
  });
}

/** Refuses a URL that cannot be decoded or is too long; no hook or route handler sees such a request. */
export function refuseBadUrl(countError: (code: ErrorCode) => void, ends: RequestEnds) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
    ends.follow(request, reply);
    countError("BAD_REQUEST");
    const status = error.statusCode ?? 400;
    const message = status === 414 ? "Part of the URL is too long." : "The URL is not well-formed.";
    reply
      .code(status)
      .headers({ ...DATA_HEADERS, "x-request-id": request.id })
      .send(errorBody("BAD_REQUEST", message));
  };
}

/** The path of a URL without its query string, which may carry input values. */
export function pathOf(url: string): string {
  const end = url.indexOf("?");
  return end === -1 ? url : url.slice(0, end);
}
