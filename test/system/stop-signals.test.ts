import { startBuiltServer } from "../support/built-server";
import { startNode } from "../support/node-process";
import { eventually } from "../support/waiting";

const SERVER = ["--require", "./test/support/stop-at.cjs", "dist/server/main.mjs"];
const ENVIRONMENT = { PORT: "0", DRAIN_GRACE_MS: "0" };

const turns = [1, 3, 8, 21, 55, 144, 300].map((turn) => `turn:${turn}`);
const workerEvents = ["fork", "online", "listening"].flatMap((event) =>
  [1, 2, 3].map((n) => `${event}:${n}`),
);

describe.each(["SIGTERM", "SIGINT"])("when %s comes", (signal) => {
  it.each([
    ...turns.map((moment) => [moment, "1"]),
    ...[...turns, ...workerEvents].map((moment) => [moment, "3"]),
  ])("at %s of the start with WORKERS=%s, then the server ends with 0", async (moment, WORKERS) => {
    const environment = { ...ENVIRONMENT, WORKERS, STOP_AT: moment, STOP_SIGNAL: signal };
    expect(await startNode(SERVER, environment).ended).toMatchObject({ status: 0, signal: null, stderr: "" });
  });

  it("while no worker lives and the next one is to come, then the server ends with 0", async () => {
    const server = await startBuiltServer({ WORKERS: "2", DRAIN_GRACE_MS: "0" });
    const listening = () => server.log().filter(({ msg }) => msg.startsWith("Server listening"));
    await eventually(() => (listening().length === 2 ? true : undefined));
    for (const { pid } of listening()) process.kill(Number(pid), "SIGKILL");
    const died = () => server.log().filter(({ msg }) => msg === "worker died");
    await eventually(() => (died().length === 2 ? true : undefined));
    server.child.kill(signal === "SIGINT" ? "SIGINT" : "SIGTERM");
    expect(await server.ended).toMatchObject({ status: 0, signal: null });
  });
});
