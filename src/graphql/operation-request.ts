import type { FastifyRequest } from "fastify";
import type { LargeRequest } from "./guards/large-operations";

/** What the execution of an operation needs of its HTTP request, and notes on it. */
export type OperationRequest = LargeRequest &
  Pick<FastifyRequest, "method" | "url" | "body" | "operationName" | "rootField">;
