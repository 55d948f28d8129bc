import type { FastifyRequest } from "fastify";
import type { ArrayInPieces } from "../http/array-in-pieces";
import type { LargeRequest } from "./guards/large-operations";

export type OperationRequest = LargeRequest &
  Pick<FastifyRequest, "method" | "url" | "body" | "operationName" | "rootField"> & {
    /** A large array in the body whose items are not parsed yet. */
    readonly unparsed?: ArrayInPieces | undefined;
  };
