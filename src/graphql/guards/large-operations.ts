import type { IncomingHttpHeaders } from "node:http";
import type { Socket } from "node:net";
import { GraphQLError } from "graphql";
import { ERROR_CODES, type ErrorCode } from "../../../model/errors";
import { RETRY_AFTER_S } from "../../http/overload";

/** Cost from which on operations run one after another: some 80 ms of work, or 3 MB of memory. */
export const LARGE_COST = 50_000;

/** Most large operations that wait. The last of them waits some seconds, which must be less than REQUEST_TIMEOUT_MS. */
const MAX_WAITING = 8;

/** Most bytes of the bodies of all that wait. Parsed, a body takes up to twenty times its bytes. */
const MAX_WAITING_BYTES = 8_000_000;

/** What a body that comes in chunks, without its length, counts. */
const UNTOLD_BYTES = 2_000_000;

/** The request of an operation. */
export interface LargeRequest {
  readonly headers: IncomingHttpHeaders;
  readonly raw: { readonly socket: Socket };
}

interface Waiting {
  readonly bytes: number;
  readonly start: () => void;
}

/**
 * Lets one large operation run at a time. Each takes up to a hundred megabytes until its answer is written; several at once would take
 * the memory of a small container. Between two of them, small ones are answered.
 */
export class LargeOperations {
  private running = false;
  /** In the order in which they came. */
  private readonly queue = new Set<Waiting>();
  private waitingBytes = 0;

  /**
   * Waits until the operation of a request may run.
   *
   * @returns what must be called when it has run
   * @throws GraphQLError OVERLOADED where too many wait already, or where the client has left
   */
  async enter(request: LargeRequest): Promise<() => void> {
    if (request.raw.socket.destroyed) throw overloaded();
    if (this.running) await this.wait(request);
    this.running = true;
    // Before the next one begins, the answer is sent and other requests are answered.
    return () => void setImmediate(() => this.next());
  }

  private wait({ headers, raw: { socket } }: LargeRequest): Promise<void> {
    const bytes = headers["transfer-encoding"] ? UNTOLD_BYTES : Number(headers["content-length"] ?? 0);
    if (this.queue.size >= MAX_WAITING || this.waitingBytes + bytes > MAX_WAITING_BYTES) throw overloaded();
    return new Promise((resolve, reject) => {
      const forget = () => {
        this.queue.delete(waiting);
        this.waitingBytes -= bytes;
        socket.off("close", abandon);
      };
      const abandon = () => {
        forget();
        reject(overloaded());
      };
      const waiting: Waiting = {
        bytes,
        start: () => {
          forget();
          resolve();
        },
      };
      this.queue.add(waiting);
      this.waitingBytes += bytes;
      socket.once("close", abandon);
    });
  }

  private next(): void {
    this.running = false;
    for (const { start } of this.queue) {
      this.running = true;
      start();
      return;
    }
  }
}

function overloaded(): GraphQLError {
  const code: ErrorCode = "OVERLOADED";
  const http = { status: 503, headers: new Map([["retry-after", String(RETRY_AFTER_S)]]) };
  return new GraphQLError(ERROR_CODES[code], { extensions: { code, http } });
}

/** The turn of one request at running a large operation. */
export class Turn {
  private leave: (() => void) | undefined;

  /** Whether the operation is a large one. */
  get isLarge(): boolean {
    return this.leave !== undefined;
  }

  async take(operations: LargeOperations, request: LargeRequest): Promise<void> {
    this.leave = await operations.enter(request);
  }

  /** Must be called when the answer is written; does nothing where no turn was taken. */
  end(): void {
    this.leave?.();
    this.leave = undefined;
  }
}
