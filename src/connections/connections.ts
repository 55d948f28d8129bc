import type { Socket } from "node:net";
import { Yallist } from "yallist";
import { Connection, type ConnectionBudgets } from "./connection";

export class Connections {
  draining = false;
  private readonly bySocket = new WeakMap<Socket, Connection>();
  /** Ordered by last change, most recent last: a connection changes when it opens, and when a request begins or ends. */
  private readonly byChange = new Yallist<Connection>();

  constructor(private readonly budgets: ConnectionBudgets) {}

  get size(): number {
    return this.byChange.length;
  }

  of(socket: Socket): Connection | undefined {
    return this.bySocket.get(socket);
  }

  /** Least recently changed first. */
  [Symbol.iterator](): Iterator<Connection> {
    return this.byChange[Symbol.iterator]();
  }

  open(socket: Socket): Connection {
    const connection = new Connection(socket, this.budgets);
    this.bySocket.set(socket, connection);
    this.byChange.pushNode(connection.place);
    return connection;
  }

  changed(connection: Connection): void {
    if (connection.place.list) this.byChange.pushNode(connection.place);
  }

  close(connection: Connection): void {
    if (connection.place.list) this.byChange.removeNode(connection.place);
    connection.unread.release();
    connection.body.release();
    connection.socket.destroy();
  }
}
