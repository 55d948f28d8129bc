import type { FastifyRequest } from "fastify";
import type { ArrayInPieces } from "../http/array-in-pieces";
import type { LargeRequest } from "./guards/large-operations";

/** Variable values by name, as parsed from JSON. */
export type Variables = { readonly [name: string]: unknown };

export type OperationRequest = LargeRequest &
  Pick<FastifyRequest, "method" | "url" | "body" | "operationName" | "rootField" | "predictions"> & {
    /** A large array in the body whose items are not parsed yet. */
    readonly unparsed?: ArrayInPieces | undefined;
  };
