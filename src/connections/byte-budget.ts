import type { Socket } from "node:net";
import { Node, Yallist } from "yallist";

/**
 * Bounds the memory that all connections hold together for one purpose: answers that clients have not taken, or bodies of requests
 * that have not arrived in full.
 *
 * A connection has one request at a time, so this bounds their sum. Beyond `max` bytes, the connections are closed that have held theirs
 * for longest; the newest one is spared, as its client may just be about to go on.
 */
export class ByteBudget {
  private readonly byAge = new Yallist<Holding>();
  private total = 0;

  constructor(private readonly max: number) {}

  /** Counts bytes that a connection holds, beside those that were counted for it. */
  add(holding: Holding, bytes: number): void {
    if (holding.place.list === undefined) this.byAge.pushNode(holding.place);
    holding.bytes += bytes;
    this.total += bytes;
    while (this.total > this.max && this.byAge.length > 1) this.closeOldest();
  }

  /** Forgets what a connection has held. */
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

/** What one connection holds of a budget. */
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
