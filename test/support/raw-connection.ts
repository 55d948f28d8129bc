import { once } from "node:events";
import { connect, type Socket } from "node:net";

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
