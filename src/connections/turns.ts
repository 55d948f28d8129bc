import type { RequestListener } from "node:http";
import type { Answer } from "./answer";
import type { Connection } from "./connection";
import type { Connections } from "./connections";
import { type Refusal, sayRefusal, statusOfBroken } from "./refusal";
import type { RequestEnds } from "./request-end";

/** Maximum number of requests that wait for their turn, of all connections together: each takes some kilobytes. */
const MAX_HELD = 20_000;

/**
 * Answers one request of a connection at a time, however many its client sends ahead (HTTP pipelining).
 *
 * Node.js hands over every request of a packet at once, some 2,000 of the shortest, and would have them all computed and their answers
 * stored, whether or not the client reads any. So a request waits until the answer before it was taken, and then until the event loop
 * has seen to other connections. Meanwhile nothing more is read from the connection.
 */
export class Turns {
  /** Answers a request; Fastify's, once there is one. */
  handle: RequestListener = () => undefined;
  private held = 0;
  /** Connections whose next request may begin, in their order. */
  private readonly ready: Connection[] = [];

  constructor(
    private readonly connections: Connections,
    private readonly ends: RequestEnds,
    private readonly maxHeld = MAX_HELD,
  ) {}

  /** Takes a request that has come in. */
  take(answer: Answer): void {
    const connection = this.connections.of(answer.req.socket);
    if (connection === undefined || connection.socket.destroyed) return;
    answer.owner = connection;
    answer.req.countBody(connection.body);
    // While the server drains, it must know whether others follow before it answers: the last answer closes the connection.
    if (connection.isIdle && !this.connections.draining) this.begin(connection, answer);
    else this.hold(connection, answer);
  }

  /**
   * Refuses what came in last on a connection, and closes it: at once, or after the requests before it have been answered.
   * Written at once, the refusal would be taken for the answer to the first of these.
   */
  refuse(connection: Connection, refusal: Refusal): void {
    if (connection.refusal) return;
    connection.refusal = refusal;
    const { held, current } = connection;
    if (held.at(-1)?.req.complete === false) {
      held.pop();
      this.held--;
    }
    if (held.length === 0 && current?.req.complete !== true) sayRefusal(connection, refusal);
    else connection.pause();
  }

  /** Gives up the requests of a connection that was closed. */
  drop(connection: Connection): void {
    this.held -= connection.held.length;
    connection.held.length = 0;
    const { current } = connection;
    connection.current = undefined;
    this.ends.tell(current?.reply, statusOfBroken(connection));
  }

  private hold(connection: Connection, answer: Answer): void {
    connection.held.push(answer);
    if (connection.held.length === 1) {
      connection.pause();
      if (connection.current === undefined) this.schedule(connection);
    }
    if (++this.held > this.maxHeld) this.closeMostHeld();
  }

  /** One request begins in each round of the event loop, so that new ones of other clients come in between. */
  private schedule(connection: Connection): void {
    this.ready.push(connection);
    if (this.ready.length === 1) setImmediate(this.beginNext);
  }

  private readonly beginNext = (): void => {
    const connection = this.ready.shift();
    if (this.ready.length > 0) setImmediate(this.beginNext);
    if (connection) this.beginNextOf(connection);
  };

  private beginNextOf(connection: Connection): void {
    const answer = connection.held.shift();
    if (answer === undefined) {
      // The only one that waited turned out to be broken.
      if (connection.refusal && connection.isIdle) sayRefusal(connection, connection.refusal);
      return;
    }
    this.held--;
    if (connection.held.length === 0) connection.resume();
    this.begin(connection, answer);
  }

  private begin(connection: Connection, answer: Answer): void {
    connection.current = answer;
    this.connections.changed(connection);
    if (this.connections.draining && connection.held.length === 0) answer.shouldKeepAlive = false;
    answer.on("finish", () => this.finish(connection, answer));
    this.handle(answer.req, answer);
  }

  private finish(connection: Connection, answer: Answer): void {
    // The request has ended already if its connection was closed.
    if (connection.current !== answer) return;
    const { socket, unread, held, refusal } = connection;
    connection.current = undefined;
    unread.release();
    this.connections.changed(connection);
    this.ends.tell(answer.reply, socket.destroyed ? statusOfBroken(connection) : answer.statusCode);
    if (held.length > 0) this.schedule(connection);
    else if (refusal) sayRefusal(connection, refusal);
  }

  private closeMostHeld(): void {
    let most: Connection | undefined;
    for (const connection of this.connections) {
      if (connection.held.length > (most?.held.length ?? 0)) most = connection;
    }
    if (!most) return;
    this.drop(most);
    this.connections.close(most);
  }
}
