import { ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Holding } from "./byte-budget";
import type { EndedRequest } from "./ended-request";
import type { Request } from "./request";

/** The connection of a response. */
interface Owner {
  readonly socket: Socket;
  /** Unread part of the current response. */
  readonly unread: Holding;
  /** Requests that wait for this response. */
  readonly held: readonly unknown[];
}

/** Minimum length, in characters, of a response that is checked for ASCII: for other text, Node.js reserves three bytes per character. */
const LARGE_ANSWER = 4096;

/** Maximum length of a body that is sent as part of the head. A longer one would be copied once more. */
const MAX_IN_HEAD = 16_384;

/** The response to one request. It reports to its connection how many bytes the client has not read yet. */
export class Answer extends ServerResponse<Request> {
  declare owner: Owner | undefined;
  /** By `performance.now()`. */
  declare begunAt: number;
  /** For the log and the metrics; set once the request is known. */
  declare ending: EndedRequest | undefined;
  /** Internal to Node.js: the head, once it is known; sent with the first piece of the body. */
  declare _header: string | null;
  /** Internal to Node.js: false for HEAD. */
  declare _hasBody: boolean;
  declare _headerSent: boolean;

  override end(chunk?: unknown, encoding?: BufferEncoding | (() => void), callback?: () => void): this {
    if (typeof encoding === "string") super.end(chunk, encoding, callback);
    else if (this.fitsHead(chunk)) {
      // In one piece: a system call for two takes a twentieth of the time of a small request.
      this._header += chunk;
      super.end(encoding);
    } else if (isLargeAscii(chunk)) super.end(chunk, "latin1", encoding);
    else super.end(chunk, encoding);
    // The operating system accepts most responses immediately.
    const left = this.owner?.socket.writableLength ?? 0;
    if (left > 0) this.owner?.unread.add(left);
    return this;
  }

  /**
   * Sends a response with a prepared head.
   *
   * @param head - with the final empty line and the content-length of the body
   * @param pieces - of the body, at least one
   */
  endWithHead(head: string, pieces: readonly (string | Buffer)[]): void {
    this._header = head;
    const last = pieces.length - 1;
    // A string of more than 128 kB is a large object for V8, which takes longer to make than the system call for several saves.
    for (let i = 0; i < last; i++) this.write(pieces[i]);
    this.end(pieces[last]);
  }

  private fitsHead(chunk: unknown): chunk is string {
    return (
      typeof chunk === "string" &&
      chunk.length <= MAX_IN_HEAD &&
      this._header !== null &&
      !this._headerSent &&
      this._hasBody &&
      !this.chunkedEncoding &&
      isAscii(chunk)
    );
  }
}

function isLargeAscii(chunk: unknown): chunk is string {
  return typeof chunk === "string" && chunk.length >= LARGE_ANSWER && isAscii(chunk);
}

function isAscii(text: string): boolean {
  return Buffer.byteLength(text) === text.length;
}
