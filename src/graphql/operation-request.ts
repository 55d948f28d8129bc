import type { FastifyRequest } from "fastify";
import type { LargeRequest } from "./guards/large-operations";

export type OperationRequest = LargeRequest &
  Pick<FastifyRequest, "method" | "url" | "body" | "operationName" | "rootField">;
