import { ServerResponse } from "node:http";
import type { FastifyReply } from "fastify";
import type { Connection } from "./connection";
import type { Request } from "./request";

/** The response to one request. It reports to its connection how many bytes the client has not read yet. */
export class Answer extends ServerResponse<Request> {
  /** Set when the request comes in. */
  declare owner: Connection | undefined;
  /** Set when the request reaches Fastify. */
  declare reply: FastifyReply | undefined;

  override end(chunk?: unknown, encoding?: BufferEncoding | (() => void), callback?: () => void): this {
    if (typeof encoding === "string") super.end(chunk, encoding, callback);
    else super.end(chunk, encoding);
    // The operating system accepts most responses immediately.
    const left = this.owner?.socket.writableLength ?? 0;
    if (left > 0) this.owner?.unread.add(left);
    return this;
  }
}
