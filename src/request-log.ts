import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { FastifyInstance } from "fastify";
import { pathOf } from "./http-errors";

declare module "fastify" {
  interface FastifyRequest {
    /** Name of the GraphQL operation that ran, where it has one. */
    operationName: string | undefined;
    /** What it asked for: a root field, or "several"; see `root-field.ts`. */
    rootField: string | undefined;
  }
}

const REQUEST_ID = /^[\w.:-]{1,128}$/;

/** The caller's `x-request-id` where it is a harmless one, so that logs of several services join; else a new one. */
export function requestId({ headers }: IncomingMessage): string {
  const given = headers["x-request-id"];
  return typeof given === "string" && REQUEST_ID.test(given) ? given : randomUUID();
}

/** Logs one JSON line a request, and tells the caller the request's id. Input values are never logged. */
export function useRequestLog(app: FastifyInstance): void {
  app.decorateRequest("operationName", undefined);
  app.decorateRequest("rootField", undefined);
  app.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
  });
  app.addHook("onResponse", async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        path: pathOf(request.url),
        operation: request.operationName,
        client: request.apiKeyName,
        status: reply.statusCode,
        durationMs: Math.round(reply.elapsedTime * 1000) / 1000,
      },
      "request",
    );
  });
}
