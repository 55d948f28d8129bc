import type { FastifyInstance } from "fastify";
import { errorBody } from "./error-body";

/** Refuses compressed bodies: a few kilobytes of them can unpack to gigabytes. */
export function usePlainBodies(app: FastifyInstance): void {
  app.addHook("onRequest", (request, reply, done) => {
    const encoding = request.headers["content-encoding"];
    if (encoding === undefined || encoding.toLowerCase() === "identity") return done();
    const message = `The request body must not be compressed, but its content-encoding is ${encoding}.`;
    reply.code(415).send(errorBody("UNSUPPORTED_MEDIA_TYPE", message));
  });
}
