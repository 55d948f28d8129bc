import { cp, mkdir, writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { startBuiltServer } from "../support/built-server";
import { COMMITTED } from "../support/committed-models";
import { ask, dataOf, send } from "../support/graphql-request";
import { runNode } from "../support/node-process";
import { RawConnection } from "../support/raw-connection";
import { temporaryDirectory } from "../support/temporary-directory";
import { eventually } from "../support/waiting";

const SERVER = "dist/server/main.mjs";
const QUERY = "{ predictHousePrice(input: {medInc: 3.5, aveRooms: 5, aveOccup: 2}) { predictedHousePrice } }";

describe("when the server is started", () => {
  it("prints where it listens, and a curl line that works as it stands", async () => {
    const { url, stdout } = await startBuiltServer();
    const line = await eventually(() => /^curl .*$/m.exec(stdout())?.[0]);
    const body = /-d '(.*)'$/.exec(line)?.[1];
    expect(line).toContain(`http://localhost:${new URL(url).port}/graphql`);
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: body ?? "",
    });
    expect(await response.json()).toMatchObject({
      data: { predictHousePrice: { predictedHousePrice: expect.any(Number) } },
    });
  });

  it("names the address that it listens on, and the variables that are misspelt", async () => {
    const { url, stdout, log } = await startBuiltServer({ HOST: "127.0.0.2", INTROSPECTON: "secret" });
    const line = await eventually(() => /^curl .*$/m.exec(stdout())?.[0]);
    expect(line).toContain(`'${url}/graphql'`);
    expect(new URL(url).hostname).toBe("127.0.0.2");
    expect(log()).toContainEqual(
      expect.objectContaining({
        level: 40,
        msg: "Unknown environment variable INTROSPECTON. Did you mean INTROSPECTION?",
      }),
    );
    expect(stdout()).not.toContain("secret");
  });

  it("serves what is under MODEL_DIR", async () => {
    const MODEL_DIR = await temporaryDirectory();
    await cp(join(COMMITTED, "linear", "1"), join(MODEL_DIR, "linear", "1"), { recursive: true });
    const { url } = await startBuiltServer({ MODEL_DIR });
    expect(dataOf(await ask(url, "{ models { name version } }"))).toEqual({
      models: [{ name: "linear", version: 1 }],
    });
  });

  it("serves the good models where one is broken, and says which is", async () => {
    const MODEL_DIR = await temporaryDirectory();
    await cp(COMMITTED, MODEL_DIR, { recursive: true });
    await mkdir(join(MODEL_DIR, "linear", "77"));
    await writeFile(join(MODEL_DIR, "linear", "77", "model.json"), '{"format": ');
    await cp(join(COMMITTED, "linear", "1"), join(MODEL_DIR, "linear", "78"), { recursive: true });
    const { url, stdout, stderr } = await startBuiltServer({ MODEL_DIR });
    const { body } = await send(`${url}/readyz`);
    expect(body).toMatchObject({ status: "ready", models: expect.arrayContaining(["linear@1", "linear@2"]) });
    expect(JSON.stringify(body)).not.toMatch(/linear@7/);
    const said = stdout() + stderr();
    expect(said).toMatch(/MODEL_CORRUPT.*linear\/77\/model\.json/);
    expect(said).toMatch(/MODEL_INVALID.*linear\/78\/model\.json is linear@1, but its folder says linear@78/);
  });
});

describe("when the server cannot be started", () => {
  /** The one sentence of the server's end. */
  async function sentenceOf(environment: NodeJS.ProcessEnv): Promise<string> {
    const { status, stderr, stdout } = await runNode([SERVER], { LOG_LEVEL: "silent", ...environment });
    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/^[^\n]+\n$/);
    return stderr;
  }

  it("names the variable that is wrong", async () => {
    expect(await sentenceOf({ PORT: "http" })).toBe(
      'CONFIG_INVALID: PORT is "http", but it must be a whole number from 0 to 65535.\n',
    );
  });

  it("says that there is no model, and how to get one", async () => {
    const MODEL_DIR = await temporaryDirectory();
    const sentence = await sentenceOf({ MODEL_DIR });
    expect(sentence).toContain(`NO_MODEL: There is no model in ${MODEL_DIR}`);
    expect(sentence).toContain("npm run train");
  });

  it("says that the port is in use", async () => {
    const holder = createServer();
    const port = await new Promise<number>((resolve) => {
      holder.listen(0, "127.0.0.1", () => {
        const address = holder.address();
        resolve(typeof address === "object" && address !== null ? address.port : 0);
      });
    });
    expect(await sentenceOf({ PORT: String(port) })).toContain(
      `PORT_UNAVAILABLE: Cannot listen on 127.0.0.1:${port} (EADDRINUSE)`,
    );
    holder.close();
  });

  it.each(["203.0.113.1", "no-such-host.invalid"])(
    "says that %s is no address of this machine",
    async (host) => {
      expect(await sentenceOf({ HOST: host, PORT: "4000" })).toContain(
        `PORT_UNAVAILABLE: Cannot listen on ${host}:4000`,
      );
    },
  );
});

describe("when the server is told to end", () => {
  it.each(["SIGTERM", "SIGINT"] as const)("ends with status 0 on %s", async (signal) => {
    const server = await startBuiltServer();
    dataOf(await ask(server.url, QUERY));
    server.child.kill(signal);
    expect(await server.ended).toMatchObject({ status: 0, signal: null });
  });

  it("answers the requests in flight first, and takes no new ones", async () => {
    const server = await startBuiltServer();
    const body = JSON.stringify({ query: QUERY });
    const half = Math.floor(body.length / 2);
    const head = `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}`;
    const connections = await Promise.all(
      [1, 2, 3].map(async () => (await RawConnection.open(server.url)).sendHead(head)),
    );
    for (const connection of connections) connection.send(body.slice(0, half));

    server.child.kill("SIGTERM");
    await eventually(async () => ((await isListening(server.url)) ? undefined : true));
    expect(server.child.exitCode).toBeNull();

    for (const connection of connections) connection.send(body.slice(half));
    for (const connection of connections) {
      const text = await connection.untilClosed();
      expect(text).toMatch(/^HTTP\/1\.1 200 OK/);
      expect(text).toContain('"predictedHousePrice":1.92739533');
    }
    expect(await server.ended).toMatchObject({ status: 0, signal: null });
  });

  it("is not held up by a connection that is idle", async () => {
    const server = await startBuiltServer();
    const { port, hostname } = new URL(server.url);
    const idle = connect(Number(port), hostname);
    await new Promise((resolve) => idle.once("connect", resolve));
    server.child.kill("SIGTERM");
    expect(await server.ended).toMatchObject({ status: 0 });
    idle.destroy();
  });
});

async function isListening(url: string): Promise<boolean> {
  const { port, hostname } = new URL(url);
  return new Promise((resolve) => {
    const probe = connect(Number(port), hostname);
    probe.once("connect", () => {
      probe.destroy();
      resolve(true);
    });
    probe.once("error", () => resolve(false));
  });
}
