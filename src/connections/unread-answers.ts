import { Yallist } from "yallist";
import type { Connection } from "./connection";

/**
 * Bounds the memory of answers that clients have asked for and do not take.
 *
 * A connection has one answer at a time, so this bounds their sum. Beyond `max` bytes, the connections are closed whose answers have
 * waited longest; the newest one is spared, as its client may just be about to read.
 */
export class UnreadAnswers {
  private readonly byAge = new Yallist<Connection>();
  private total = 0;

  constructor(private readonly max: number) {}

  /** Counts what is left of the answer that was just written to a connection. */
  add(connection: Connection): void {
    this.remove(connection);
    connection.unreadBytes = connection.socket.writableLength;
    this.total += connection.unreadBytes;
    this.byAge.pushNode(connection.unreadPlace);
    while (this.total > this.max && this.byAge.length > 1) this.closeOldest();
  }

  /** Forgets a connection whose answer was taken, or which was closed. */
  remove(connection: Connection): void {
    if (connection.unreadBytes === 0) return;
    this.total -= connection.unreadBytes;
    connection.unreadBytes = 0;
    this.byAge.removeNode(connection.unreadPlace);
  }

  private closeOldest(): void {
    const oldest = this.byAge.head?.value;
    if (oldest === undefined) return;
    this.remove(oldest);
    oldest.socket.destroy();
  }
}
