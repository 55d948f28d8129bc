import { ServerResponse } from "node:http";
import type { FastifyReply } from "fastify";
import type { Connection } from "./connection";
import type { Request } from "./request";

/** Minimum length, in characters, of a response that is checked for ASCII: for other text, Node.js reserves three bytes per character. */
const LARGE_ANSWER = 4096;

/** The response to one request. It reports to its connection how many bytes the client has not read yet. */
export class Answer extends ServerResponse<Request> {
  /** Set when the request comes in. */
  declare owner: Connection | undefined;
  /** Set when the request reaches Fastify. */
  declare reply: FastifyReply | undefined;

  override end(chunk?: unknown, encoding?: BufferEncoding | (() => void), callback?: () => void): this {
    if (typeof encoding === "string") super.end(chunk, encoding, callback);
    else if (isLargeAscii(chunk)) super.end(chunk, "latin1", encoding);
    else super.end(chunk, encoding);
    // The operating system accepts most responses immediately.
    const left = this.owner?.socket.writableLength ?? 0;
    if (left > 0) this.owner?.unread.add(left);
    return this;
  }
}

function isLargeAscii(chunk: unknown): chunk is string {
  return (
    typeof chunk === "string" && chunk.length >= LARGE_ANSWER && Buffer.byteLength(chunk) === chunk.length
  );
}
