import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type BuiltServer, type LogLine, startBuiltServer } from "../support/built-server";
import { ask, post, send } from "../support/graphql-request";
import { temporaryDirectory } from "../support/temporary-directory";
import { eventually } from "../support/waiting";

let server: BuiltServer;

beforeAll(async () => {
  server = await startBuiltServer();
});

/** The log line of the request with this id. */
const lineOf = (id: string | null) => eventually(() => linesOf(id)[0]);
const linesOf = (id: string | null): LogLine[] =>
  server.log().filter(({ msg, reqId }) => msg === "request" && reqId === id);

const BODY = JSON.stringify({
  query: `query Price($input: HouseFeaturesInput!) { predictHousePrice(input: $input) { predictedHousePrice } }`,
  variables: { input: { medInc: 7.65432, aveRooms: 5.4321, aveOccup: 2.2222 } },
});

describe("the log", () => {
  it("has one line a request, with its operation, duration, status and id", async () => {
    const { headers } = await post(server.url, BODY);
    const id = headers.get("x-request-id");
    const line = await lineOf(id);
    expect(line).toMatchObject({
      level: 30,
      method: "POST",
      path: "/graphql",
      operation: "Price",
      status: 200,
      durationMs: expect.any(Number),
    });
    expect(line.durationMs).toBeGreaterThan(0);
    await ask(server.url, "{ __typename }");
    expect(linesOf(id)).toHaveLength(1);
  });

  it("has a line for what is refused too", async () => {
    const notFound = await send(`${server.url}/nowhere?medInc=7.65432`);
    expect(await lineOf(notFound.headers.get("x-request-id"))).toMatchObject({
      status: 404,
      path: "/nowhere",
    });
    const invalid = await ask(server.url, "{ nonesuch }");
    expect(await lineOf(invalid.headers.get("x-request-id"))).toMatchObject({
      status: 400,
      path: "/graphql",
    });
    const malformed = await post(server.url, "{");
    expect(await lineOf(malformed.headers.get("x-request-id"))).toMatchObject({ status: 400 });
  });

  it("never holds a value of the input", async () => {
    const bad = BODY.replace("5.4321", '"5.4321"').replace("7.65432", "-7.65432");
    const query = encodeURIComponent(
      "{ predictHousePrice(input: {medInc: 7.65432}) { predictedHousePrice } }",
    );
    await post(server.url, BODY);
    await post(server.url, bad);
    await send(`${server.url}/graphql?query=${query}`);
    const { headers } = await send(`${server.url}/nowhere`);
    await lineOf(headers.get("x-request-id"));
    const printed = server.stdout().replace(/^(House Price|curl).*$/gm, "") + server.stderr();
    expect(printed).not.toMatch(/7\.65432|5\.4321|2\.2222/);
  });

  it("is JSON, line by line", async () => {
    for (const line of server
      .stdout()
      .split("\n")
      .filter((text) => text.includes('"level"'))) {
      expect(() => JSON.parse(line)).not.toThrow();
    }
    expect(server.log().length).toBeGreaterThan(3);
  });
});

describe("the lines of health checks and scrapes", () => {
  const PROBES = ["/healthz", "/readyz", "/readyz?verbose=1", "/metrics"];

  it("are absent at level info", async () => {
    const ids: (string | null)[] = [];
    for (const path of PROBES) ids.push((await fetch(`${server.url}${path}`)).headers.get("x-request-id"));
    // The log is written in order, so the lines before this one are there.
    const { headers } = await send(`${server.url}/nowhere`);
    await lineOf(headers.get("x-request-id"));
    expect(ids.flatMap(linesOf)).toEqual([]);
  });

  it("are there at level debug", async () => {
    const chatty = await startBuiltServer({ LOG_LEVEL: "debug" });
    for (const path of PROBES) await fetch(`${chatty.url}${path}`);
    const probes = await eventually(() => {
      const lines = chatty.log().filter(({ msg }) => msg === "request");
      return lines.length === PROBES.length ? lines : undefined;
    });
    expect(probes.map(({ level }) => level)).toEqual([20, 20, 20, 20]);
  });

  it("are at level info where they are refused", async () => {
    const closed = await startBuiltServer({ API_KEYS_FILE: await keyFile() });
    const { headers } = await fetch(`${closed.url}/metrics`);
    const id = headers.get("x-request-id");
    const line = await eventually(() => closed.log().find(({ reqId }) => reqId === id));
    expect(line).toMatchObject({ level: 30, path: "/metrics", status: 401 });
  });
});

async function keyFile(): Promise<string> {
  const path = join(await temporaryDirectory(), "keys");
  await writeFile(path, `reader:${"0".repeat(64)}\n`);
  return path;
}

describe("the request id", () => {
  it("is the caller's where it gives a harmless one", async () => {
    const { headers } = await post(server.url, BODY, { "x-request-id": "order-77:a.b_c" });
    expect(headers.get("x-request-id")).toBe("order-77:a.b_c");
    expect(await lineOf("order-77:a.b_c")).toMatchObject({ operation: "Price" });
  });

  it.each(["a b", "<script>", "x".repeat(129), '{"a":1}'])(
    "is a new one where the caller's is %j",
    async (given) => {
      const { headers } = await post(server.url, BODY, { "x-request-id": given });
      expect(headers.get("x-request-id")).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    },
  );

  it("differs from request to request", async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => send(`${server.url}/healthz`)));
    expect(new Set(answers.map(({ headers }) => headers.get("x-request-id"))).size).toBe(4);
  });
});
