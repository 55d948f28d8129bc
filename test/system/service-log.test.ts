import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { startBuiltServer } from "../support/built-server";
import { eventually } from "../support/waiting";

const SERVING = { msg: "serving", version: "1.0.0", node: process.version, defaultModel: "linear@1" };

describe.each([1, 2])("the log of a server with WORKERS=%d", (workers) => {
  it("tells once that it serves and what, that a signal ends it, and that it has ended", async () => {
    const server = await startBuiltServer({ WORKERS: String(workers), DRAIN_GRACE_MS: "0" });
    const told = (what: string) => server.log().filter(({ msg }) => msg === what);
    const [serving] = await eventually(() => (told("serving").length > 0 ? told("serving") : undefined));
    expect(serving).toMatchObject({ ...SERVING, workers, port: Number(new URL(server.url).port) });
    if (workers > 1) {
      const listening = () => server.log().filter(({ msg }) => msg.startsWith("Server listening"));
      await eventually(() => (listening().length === workers ? true : undefined));
    }
    server.child.kill("SIGTERM");
    await server.ended;
    expect(told("serving")).toHaveLength(1);
    expect(told("stopping")).toEqual([expect.objectContaining({ signal: "SIGTERM" })]);
    expect(told("stopped")).toEqual([expect.objectContaining({ durationMs: expect.any(Number) })]);
  });
});

it("a person at a terminal reads lines instead of JSON, and last of all how to ask", async () => {
  // It ends by itself: its terminal may go without telling it.
  const command = "timeout 15 node dist/server/main.mjs";
  const environment = { ...process.env, NODE_ENV: "development", PORT: "0" };
  // `script` gives the server a terminal.
  const running = promisify(execFile)("script", ["-qec", command, "/dev/null"], { env: environment });
  const output = { text: "" };
  running.child.stdout?.on("data", (chunk) => {
    output.text += chunk;
    if (output.text.includes("predictedHousePrice")) running.child.kill("SIGINT");
  });
  await running.catch(() => undefined);
  expect(output.text).not.toContain('{"level"');
  expect(output.text.indexOf("serving")).toBeGreaterThan(0);
  expect(output.text.indexOf("serving")).toBeLessThan(output.text.indexOf("House Price GraphQL listens on"));
}, 60_000);
