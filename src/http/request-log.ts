import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { FastifyInstance } from "fastify";
import type { OnRequestEnd } from "../connections/ended-request";
import { pathOf } from "./http-errors";

declare module "fastify" {
  interface FastifyRequest {
    /** Name of the GraphQL operation that ran, if it has one. */
    operationName: string | undefined;
    /** Its root field, or "several"; see `note-operation.ts`. */
    rootField: string | undefined;
  }
}

/** Whether a log at this level has a line for each request. */
export const hasRequestLines = (level: string): boolean => LEVELS_WITH_INFO.has(level);

const LEVELS_WITH_INFO: ReadonlySet<string> = new Set(["info", "debug", "trace"]);

/** Paths that machines request every few seconds. */
const PROBES: ReadonlySet<string> = new Set([
  "/healthz",
  "/readyz",
  "/metrics",
  "/v2/health/live",
  "/v2/health/ready",
]);

const REQUEST_ID = /^[\w.:-]{1,128}$/;

/** The caller's `x-request-id` if it is harmless, so that logs of several services can be joined; else a new one. */
export function requestId({ headers }: IncomingMessage): string {
  const given = headers["x-request-id"];
  return typeof given === "string" && REQUEST_ID.test(given) ? given : randomUUID();
}

/**
 * Logs one JSON line per request, and returns the request id to the caller. Input values are never logged. Successful
 * health checks and scrapes are logged at level debug, since they would bury everything else.
 *
 * The lines contain the id themselves (`reqId`), so that Fastify need not create a logger per request. If the log level
 * excludes them, they cost nothing.
 */
export function useRequestLog(app: FastifyInstance, onRequestEnd: OnRequestEnd): void {
  app.decorateRequest("operationName", undefined);
  app.decorateRequest("rootField", undefined);
  app.addHook("onRequest", (request, reply, done) => {
    reply.header("x-request-id", request.id);
    done();
  });
  if (!hasRequestLines(app.log.level)) return;
  onRequestEnd((request, status, durationMs) => {
    const path = pathOf(request.url);
    const level = PROBES.has(path) && status < 400 ? "debug" : "info";
    app.log[level](
      {
        reqId: request.id,
        method: request.method,
        path,
        operation: request.operationName,
        client: request.apiKeyName,
        status,
        durationMs: Math.round(durationMs * 1000) / 1000,
      },
      "request",
    );
  });
}
