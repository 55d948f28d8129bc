import type { Socket } from "node:net";
import { Node, Yallist } from "yallist";

/**
 * Limits the memory of all connections for unread responses or partly received bodies. Above `max` bytes, the connections that have held
 * theirs longest are closed, except the newest, whose client may be about to continue.
 */
export class ByteBudget {
  private readonly byAge = new Yallist<Holding>();
  private total = 0;

  constructor(private readonly max: number) {}

  add(holding: Holding, bytes: number): void {
    if (holding.place.list === undefined) this.byAge.pushNode(holding.place);
    holding.bytes += bytes;
    this.total += bytes;
    while (this.total > this.max && this.byAge.length > 1) this.closeOldest();
  }

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
