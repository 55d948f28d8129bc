import type { Socket } from "node:net";
import { Node } from "yallist";
import type { Answer } from "./answer";
import { type ByteBudget, Holding } from "./byte-budget";
import type { Refusal } from "./refusal";

/** What all connections together may hold. */
export interface ConnectionBudgets {
  /** Answers that clients have not taken. */
  readonly unreadAnswers: ByteBudget;
  /** Bodies of requests that have not arrived in full. */
  readonly bodies: ByteBudget;
}

/** The record of one open connection. */
export class Connection {
  /** The request that is being answered. It ends when the operating system has taken the whole answer. */
  current: Answer | undefined;
  /** Requests that came in before the current one was answered (HTTP pipelining), in their order. */
  readonly held: Answer[] = [];
  /** Why nothing more is read. The client is told once the requests before it have been answered. */
  refusal: Refusal | undefined;
  /** Status that the client was told instead of an answer. */
  refusedStatus: number | undefined;
  /** What the client has not taken of the current answer. */
  readonly unread: Holding;
  /** What has arrived of the body of the last request, while it has not arrived in full. */
  readonly body: Holding;
  /** Place among all connections, by their last change. */
  readonly place = new Node<Connection>(this);
  private staysPaused = false;

  constructor(
    readonly socket: Socket,
    budgets: ConnectionBudgets,
  ) {
    this.unread = new Holding(socket, budgets.unreadAnswers);
    this.body = new Holding(socket, budgets.bodies);
  }

  /** Whether no request is in flight: none is being answered, and none waits for its turn. */
  get isIdle(): boolean {
    return this.current === undefined && this.held.length === 0;
  }

  /** Whether it is the client's turn: no request is in flight, or the only one has not arrived in full. */
  get waitsForClient(): boolean {
    return this.held.length === 0 && (this.current === undefined || !this.current.req.complete);
  }

  /** Stops reading while requests are held or refused: TCP then makes the client wait. */
  pause(): void {
    if (!this.staysPaused) {
      this.staysPaused = true;
      // Node.js resumes the socket by itself at the end of each request.
      this.socket.on("resume", () => {
        if (this.held.length > 0 || this.refusal) this.socket.pause();
      });
    }
    this.socket.pause();
  }

  resume(): void {
    if (!this.refusal) this.socket.resume();
  }
}
