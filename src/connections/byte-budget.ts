import type { Socket } from "node:net";
import { Node, Yallist } from "yallist";

/**
 * Limits the memory of all connections for one purpose: unread responses, or partly received request bodies.
 *
 * A connection has one request at a time, so this limits their sum. Above `max` bytes, the connections that have held theirs
 * for longest are closed; the newest one is spared, since its client may be about to continue.
 */
export class ByteBudget {
  private readonly byAge = new Yallist<Holding>();
  private total = 0;

  constructor(private readonly max: number) {}

  /** Adds bytes that a connection holds. */
  add(holding: Holding, bytes: number): void {
    if (holding.place.list === undefined) this.byAge.pushNode(holding.place);
    holding.bytes += bytes;
    this.total += bytes;
    while (this.total > this.max && this.byAge.length > 1) this.closeOldest();
  }

  /** Releases the bytes of a connection. */
  release(holding: Holding): void {
    if (holding.place.list === undefined) return;
    this.total -= holding.bytes;
    holding.bytes = 0;
    this.byAge.removeNode(holding.place);
  }

  private closeOldest(): void {
    const oldest = this.byAge.head?.value;
    if (oldest === undefined) return;
    this.release(oldest);
    oldest.socket.destroy();
  }
}

/** One connection's part of a budget. */
export class Holding {
  bytes = 0;
  readonly place = new Node<Holding>(this);

  constructor(
    readonly socket: Socket,
    private readonly budget: ByteBudget,
  ) {}

  add(bytes: number): void {
    this.budget.add(this, bytes);
  }

  release(): void {
    this.budget.release(this);
  }
}
