import { ServerResponse } from "node:http";
import type { FastifyReply } from "fastify";
import type { Connection } from "./connection";
import type { Request } from "./request";

/** The answer to one request. It knows its connection, and tells it how much of the answer the client has yet to take. */
export class Answer extends ServerResponse<Request> {
  /** Set when the request comes in. */
  declare owner: Connection | undefined;
  /** Set when the request reaches Fastify. */
  declare reply: FastifyReply | undefined;

  override end(chunk?: unknown, encoding?: BufferEncoding | (() => void), callback?: () => void): this {
    if (typeof encoding === "string") super.end(chunk, encoding, callback);
    else super.end(chunk, encoding);
    // The operating system takes most answers at once.
    const left = this.owner?.socket.writableLength ?? 0;
    if (left > 0) this.owner?.unread.add(left);
    return this;
  }
}
