import type { IncomingHttpHeaders } from "node:http";
import type { Socket } from "node:net";
import { GraphQLError } from "graphql";
import { ERROR_CODES, type ErrorCode } from "../../../model/errors";
import { RETRY_AFTER_S } from "../../http/overload";

/** Operations of at least this cost run one after another: about 80 ms of work, or 3 MB of memory. */
export const LARGE_COST = 50_000;

/** The last one waits for a few seconds, which must be less than REQUEST_TIMEOUT_MS. */
const MAX_WAITING = 8;

/** Maximum total size of waiting bodies. Parsed, a body takes up to 20 times its size. */
const MAX_WAITING_BYTES = 8_000_000;

/** Assumed for a body without Content-Length. */
const UNTOLD_BYTES = 2_000_000;

export interface LargeRequest {
  readonly headers: IncomingHttpHeaders;
  readonly raw: { readonly socket: Socket };
}

interface Waiting {
  readonly bytes: number;
  readonly start: () => void;
}

/**
 * Runs one large operation at a time. Each takes up to 100 MB until its answer is written; several at once would exhaust the memory of a
 * small container. Small operations are answered in between.
 */
export class LargeOperations {
  private running = false;
  /** In order of arrival. */
  private readonly queue = new Set<Waiting>();
  private waitingBytes = 0;

  /**
   * Waits until the operation may run.
   *
   * @returns a function to call when it has run
   * @throws GraphQLError OVERLOADED if too many are waiting, or if the client has disconnected
   */
  async enter(request: LargeRequest): Promise<() => void> {
    if (request.raw.socket.destroyed) throw overloaded();
    if (this.running) await this.wait(request);
    this.running = true;
    // Send the answer, and answer other requests, before the next one begins.
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

export class Turn {
  private leave: (() => void) | undefined;

  get isLarge(): boolean {
    return this.leave !== undefined;
  }

  async take(operations: LargeOperations, request: LargeRequest): Promise<void> {
    this.leave = await operations.enter(request);
  }

  /** Call it when the answer is written; does nothing if the operation is not large. */
  end(): void {
    this.leave?.();
    this.leave = undefined;
  }
}
