import type { FastifyReply, FastifyRequest } from "fastify";
import { errorBody } from "../http/error-body";
import { BINARY_REFUSED } from "./tensor";

/**
 * KServe's client sends JSON without a Content-Type. A web page could do the same without a preflight, so it is accepted only without an
 * Origin header, which browsers send with each POST to another site.
 *
 * The binary extension of Triton is refused here, before the body is read.
 */
export function useJsonWithoutType({ headers }: FastifyRequest, reply: FastifyReply, done: () => void): void {
  if (headers["inference-header-content-length"] !== undefined) {
    reply.code(415).send(errorBody("UNSUPPORTED_MEDIA_TYPE", BINARY_REFUSED));
    return;
  }
  if (headers.origin === undefined) headers["content-type"] ??= "application/json";
  done();
}
