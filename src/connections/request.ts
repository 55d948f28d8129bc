import { IncomingMessage } from "node:http";
import type { Holding } from "./byte-budget";

/** Bodies up to this many bytes are not counted: a quick client sends them at once. */
const SMALL_BODY = 16_384;

/** A request. It tells its connection how much of its body has arrived, until it has arrived in full. */
export class Request extends IncomingMessage {
  private body: Holding | undefined;

  /** Has the body counted, unless it is small. */
  countBody(body: Holding): void {
    const { "content-length": length, "transfer-encoding": coding } = this.headers;
    if (coding !== undefined || Number(length ?? 0) > SMALL_BODY) this.body = body;
  }

  override push(chunk: Buffer | null, encoding?: BufferEncoding): boolean {
    if (this.body !== undefined) {
      if (chunk === null) this.body.release();
      else this.body.add(chunk.length);
    }
    return super.push(chunk, encoding);
  }
}
