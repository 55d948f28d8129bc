import type { Answer } from "./answer";
import type { Connection } from "./connection";
import type { Connections } from "./connections";
import type { Refusal } from "./refusal";
import type { Request } from "./request";
import type { RequestEnds } from "./request-end";

export type Handler = (request: Request, answer: Answer) => void;

/** Maximum number of waiting requests over all connections: each takes some kilobytes. */
const MAX_HELD = 20_000;

/**
 * Answers one request per connection at a time, even if the client pipelines many. Node.js emits all requests of a packet at once, some
 * 2,000 of the shortest, which would all be computed and stored. So a request waits until the previous response has been read, and until
 * the event loop has served other connections. Meanwhile nothing more is read from the connection.
 */
export class Turns {
  handle: Handler = () => undefined;
  private held = 0;
  /** Connections whose next request may begin, in order. */
  private readonly ready: Connection[] = [];

  constructor(
    private readonly connections: Connections,
    private readonly ends: RequestEnds,
    private readonly maxHeld = MAX_HELD,
  ) {}

  take(answer: Answer): void {
    const connection = this.connections.of(answer.req.socket);
    if (connection === undefined || connection.socket.destroyed) return;
    answer.owner = connection;
    answer.req.countBody(connection.body);
    // While draining, the server must know whether more requests follow, since the last response closes the connection.
    if (connection.isIdle && !this.connections.draining) this.begin(connection, answer);
    else this.hold(connection, answer);
  }

  /**
   * Refuses the last data on a connection and closes it, after the responses to earlier requests.
   * An earlier refusal would be taken for the response to the first of these.
   */
  refuse(connection: Connection, refusal: Refusal): void {
    if (connection.refusal) return;
    connection.refusal = refusal;
    const { held, current } = connection;
    if (held.at(-1)?.req.complete === false) {
      held.pop();
      this.held--;
    }
    if (held.length === 0 && current?.req.complete !== true) connection.sayRefusal(refusal);
    else connection.pause();
  }

  drop(connection: Connection): void {
    this.held -= connection.held.length;
    connection.held.length = 0;
    const { current } = connection;
    connection.current = undefined;
    this.ends.tell(current, connection.statusWithoutResponse);
  }

  private hold(connection: Connection, answer: Answer): void {
    connection.held.push(answer);
    if (connection.held.length === 1) {
      connection.pause();
      if (connection.current === undefined) this.schedule(connection);
    }
    if (++this.held > this.maxHeld) this.closeMostHeld();
  }

  /** Starts one request per turn of the event loop, so that other clients' requests are served in between. */
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
      // The only waiting connection was refused.
      if (connection.refusal && connection.isIdle) connection.sayRefusal(connection.refusal);
      return;
    }
    this.held--;
    if (connection.held.length === 0) connection.resume();
    this.begin(connection, answer);
  }

  private begin(connection: Connection, answer: Answer): void {
    connection.current = answer;
    answer.begunAt = performance.now();
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
    this.ends.tell(answer, socket.destroyed ? connection.statusWithoutResponse : answer.statusCode);
    if (held.length > 0) this.schedule(connection);
    else if (refusal) connection.sayRefusal(refusal);
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
