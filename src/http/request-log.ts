import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { OperationDefinitionNode } from "graphql";
import type { OnRequestEnd } from "../connections/request-end";
import { rootFieldOf } from "../graphql/root-field";
import { pathOf } from "./http-errors";

declare module "fastify" {
  interface FastifyRequest {
    /** Name of the GraphQL operation that ran, where it has one. */
    operationName: string | undefined;
    /** What it asked for: a root field, or "several"; see `root-field.ts`. */
    rootField: string | undefined;
  }
}

const LEVELS_WITH_INFO: ReadonlySet<string> = new Set(["info", "debug", "trace"]);

/** What machines ask every few seconds. */
const PROBES: ReadonlySet<string> = new Set(["/healthz", "/readyz", "/metrics"]);

const REQUEST_ID = /^[\w.:-]{1,128}$/;

/** The caller's `x-request-id` where it is a harmless one, so that logs of several services join; else a new one. */
export function requestId({ headers }: IncomingMessage): string {
  const given = headers["x-request-id"];
  return typeof given === "string" && REQUEST_ID.test(given) ? given : randomUUID();
}

/** Notes for the log, the metrics and the trace which operation ran. */
export function noteOperation(request: FastifyRequest, operation: OperationDefinitionNode): void {
  request.operationName = operation.name?.value;
  request.rootField = rootFieldOf(operation);
}

/**
 * Logs one JSON line a request, and tells the caller the request's id. Input values are never logged. Health checks and
 * scrapes that succeed are logged at level debug: they would bury everything else.
 *
 * The lines carry the id by themselves (`reqId`), so that Fastify need not make a logger for each request, and where
 * such lines are not wanted nothing is done for them.
 */
export function useRequestLog(app: FastifyInstance, onRequestEnd: OnRequestEnd): void {
  app.decorateRequest("operationName", undefined);
  app.decorateRequest("rootField", undefined);
  app.addHook("onRequest", (request, reply, done) => {
    reply.header("x-request-id", request.id);
    done();
  });
  if (!LEVELS_WITH_INFO.has(app.log.level)) return;
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
