import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { eventually } from "./waiting";

/** A connection on which any bytes can be sent, HTTP or not. */
export class RawConnection {
  /** What has come back. */
  received = "";
  private readonly closing: Promise<unknown>;

  private constructor(readonly socket: Socket) {
    socket.on("data", (data) => {
      this.received += data.toString("latin1");
    });
    // The server may hang up in the midst of what is sent.
    socket.on("error", () => undefined);
    this.closing = new Promise((resolve) => socket.once("close", resolve));
  }

  static async open(server: string): Promise<RawConnection> {
    const { hostname, port } = new URL(server);
    const connection = new RawConnection(connect(Number(port), hostname));
    await once(connection.socket, "connect");
    return connection;
  }

  send(bytes: string | Buffer): this {
    this.socket.write(bytes);
    return this;
  }

  /** Sends a request and reads no more than the beginning of its answer: then the server has computed all of it. */
  async sendAndStall(bytes: string): Promise<this> {
    this.socket.once("data", () => this.socket.pause());
    this.send(bytes);
    await eventually(() => this.received !== "" || undefined);
    return this;
  }

  /**
   * Sends the head of a request that asks for permission to go on, and waits for it: then the server has read the head.
   *
   * @param head - the lines of the head, without the empty one at its end
   */
  async sendHead(head: string): Promise<this> {
    this.send(`${head}\r\nExpect: 100-continue\r\n\r\n`);
    await eventually(() => this.received.includes("100 Continue") || undefined);
    this.received = "";
    return this;
  }

  get closed(): boolean {
    return this.socket.destroyed;
  }

  /** What came back until the server hung up. */
  async untilClosed(): Promise<string> {
    await this.closing;
    return this.received;
  }

  destroy(): void {
    this.socket.destroy();
  }
}
