import type { Socket } from "node:net";
import { Node } from "yallist";
import type { Answer } from "./answer";
import { type ByteBudget, Holding } from "./byte-budget";
import { type Refusal, refusalText } from "./refusal";

/** As in nginx's logs. */
const ABANDONED = 499;

export interface ConnectionBudgets {
  readonly unreadAnswers: ByteBudget;
  readonly bodies: ByteBudget;
}

export class Connection {
  /** The request being answered. It ends when the operating system has accepted the whole response. */
  current: Answer | undefined;
  /** Requests that arrived before the current one was answered (HTTP pipelining), in order. */
  readonly held: Answer[] = [];
  /** Why reading has stopped. It is sent after the responses to the earlier requests. */
  refusal: Refusal | undefined;
  /** Status of a request that has no response: that of the refusal, or 499 if the client disconnected. */
  statusWithoutResponse = ABANDONED;
  /** Unread part of the current response. */
  readonly unread: Holding;
  /** Received part of the last request's body. */
  readonly body: Holding;
  /** Position among all connections, ordered by last change. */
  readonly place = new Node<Connection>(this);
  private staysPaused = false;

  constructor(
    readonly socket: Socket,
    budgets: ConnectionBudgets,
  ) {
    this.unread = new Holding(socket, budgets.unreadAnswers);
    this.body = new Holding(socket, budgets.bodies);
  }

  get isIdle(): boolean {
    return this.current === undefined && this.held.length === 0;
  }

  /** Whether the server waits for the client: no request is in flight, or the only one is incomplete. */
  get waitsForClient(): boolean {
    return this.held.length === 0 && (this.current === undefined || !this.current.req.complete);
  }

  /** Stops reading while requests are held or refused, so that TCP makes the client wait. */
  pause(): void {
    if (!this.staysPaused) {
      this.staysPaused = true;
      // Node.js resumes the socket at the end of each request.
      this.socket.on("resume", () => {
        if (this.held.length > 0 || this.refusal) this.socket.pause();
      });
    }
    this.socket.pause();
  }

  resume(): void {
    if (!this.refusal) this.socket.resume();
  }

  /** Sends the refusal unless a response has begun, and closes the connection. */
  sayRefusal(refusal: Refusal): void {
    const { socket, current } = this;
    if (!refusal.abandoned) this.statusWithoutResponse = refusal.status;
    if (socket.writable && !current?.headersSent) socket.write(refusalText(refusal));
    socket.destroy();
  }
}
