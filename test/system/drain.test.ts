import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { refused, ServerProcess, until } from "../support/server-process";

const BODY = JSON.stringify({
  query: "{ predictHousePrice(input: {medInc: 3.5, aveRooms: 5, aveOccup: 2}) { predictedHousePrice } }",
});
const REQUEST = `POST /graphql HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\nContent-Length: ${BODY.length}\r\n\r\n${BODY}`;

/** One connection, byte by byte as the test wants it. */
class Connection {
  received = "";
  private readonly closed: Promise<unknown>;

  private constructor(private readonly socket: Socket) {
    socket.setEncoding("utf8");
    socket.on("data", (chunk) => {
      this.received += chunk;
    });
    socket.on("error", () => undefined);
    this.closed = once(socket, "close");
  }

  static async open(port: number): Promise<Connection> {
    const socket = connect(port, "127.0.0.1");
    await once(socket, "connect");
    return new Connection(socket);
  }

  write(text: string): void {
    this.socket.write(text);
  }

  /** The next answer, whole. */
  async answer(): Promise<string> {
    const answer = await until(
      () => /^HTTP\/1\.1 [\s\S]*?\r\n\r\n\{.*\}\n?/.exec(this.received)?.[0],
      "an answer",
    );
    this.received = this.received.slice(answer.length);
    return answer;
  }

  async end(): Promise<void> {
    await this.closed;
  }
}

let server: ServerProcess;

async function start(environment: NodeJS.ProcessEnv): Promise<number> {
  server = await ServerProcess.spawn(environment).ready();
  return Number(new URL(server.graphqlUrl).port);
}

afterEach(() => server.stop());

describe("a server that is told to end", () => {
  it("when requests come in the grace period, then they are answered on old and new connections, which then close", async () => {
    const port = await start({ DRAIN_GRACE_MS: "5000" });
    const idle = await Connection.open(port);
    idle.write(REQUEST);
    expect(await idle.answer()).toMatch(/^HTTP\/1\.1 200 /);

    server.signal("SIGTERM");
    await until(async () => (await server.get("/readyz")).status === 503, "not ready");
    expect((await server.get("/readyz")).body).toEqual({ status: "draining", models: [] });
    expect((await server.get("/healthz")).status).toBe(200);

    const fresh = await Connection.open(port);
    for (const connection of [idle, fresh]) {
      connection.write(REQUEST);
      const answer = await connection.answer();
      expect(answer).toMatch(/^HTTP\/1\.1 200 /);
      expect(answer).toMatch(/\r\nconnection: close\r\n/i);
      await connection.end();
    }
    expect(await server.ended()).toBe(0);
  });

  it("when a request is half sent as the server closes, then it is answered before the process ends", async () => {
    const port = await start({ DRAIN_GRACE_MS: "0" });
    const slow = await Connection.open(port);
    slow.write(REQUEST.slice(0, -10));
    // The half request has been read when a whole one after it was answered.
    const other = await Connection.open(port);
    other.write(REQUEST);
    await other.answer();

    server.signal("SIGTERM");
    await until(() => refused(server.graphqlUrl), "a closed port");
    slow.write(REQUEST.slice(-10));
    expect(await slow.answer()).toMatch(/^HTTP\/1\.1 200 /);
    await slow.end();
    expect(await server.ended()).toBe(0);
  });

  it("when a request never ends, then the process does, after DRAIN_MS, and says so", async () => {
    const port = await start({ DRAIN_GRACE_MS: "0", DRAIN_MS: "500" });
    const stuck = await Connection.open(port);
    stuck.write(REQUEST.slice(0, -10));
    const other = await Connection.open(port);
    other.write(REQUEST);
    await other.answer();
    server.signal("SIGTERM");
    expect(await server.ended()).toBe(1);
    expect(await server.logged("exited with requests in flight")).toBeDefined();
  });

  it("when a person ends it at the terminal, then it does not wait for the grace period", async () => {
    await start({ DRAIN_GRACE_MS: "60000", DRAIN_MS: "60000" });
    server.signal("SIGINT");
    expect(await server.ended()).toBe(0);
  });
});
