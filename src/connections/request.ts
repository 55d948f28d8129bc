import { IncomingMessage } from "node:http";
import type { Holding } from "./byte-budget";

/** Smaller bodies usually arrive in one piece, and are not counted. */
const SMALL_BODY = 16_384;

/** A request. It reports the received bytes of its body to its connection, until the body is complete. */
export class Request extends IncomingMessage {
  /** Set if the body was read before Fastify. */
  declare readBody: Buffer | undefined;
  private holding: Holding | undefined;

  countBody(body: Holding): void {
    const { "content-length": length, "transfer-encoding": coding } = this.headers;
    if (coding !== undefined || Number(length ?? 0) > SMALL_BODY) this.holding = body;
  }

  override push(chunk: Buffer | null, encoding?: BufferEncoding): boolean {
    if (this.holding !== undefined) {
      if (chunk === null) this.holding.release();
      else this.holding.add(chunk.length);
    }
    return super.push(chunk, encoding);
  }
}
