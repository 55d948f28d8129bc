import { setTimeout as sleep } from "node:timers/promises";
import { contributionsBatch } from "../support/contributions-batch";
import { docker, uniqueName } from "./docker";

const tag = uniqueName();
let url = "";

beforeAll(async () => {
  docker(["build", "--tag", tag, "."]);
  docker([
    ...["run", "--detach", "--name", tag, "--publish", "127.0.0.1:0:4000"],
    ...["--memory", "512m", "--memory-swap", "512m", tag],
  ]);
  const [address] = docker(["port", tag, "4000"]).split("\n");
  url = `http://${address}`;
  const end = Date.now() + 60_000;
  while (Date.now() < end && !(await fetch(`${url}/readyz`).catch(() => undefined))?.ok) await sleep(100);
}, 600_000);

afterAll(() => {
  docker(["rm", "--force", tag]);
  docker(["rmi", "--force", tag]);
}, 60_000);

function ask(rows: number): Promise<Response> {
  const body = contributionsBatch(rows);
  return fetch(`${url}/graphql`, { method: "POST", headers: { "content-type": "application/json" }, body });
}

async function statusOf(response: Promise<Response>): Promise<number> {
  const { status, body } = await response;
  await body?.cancel();
  return status;
}

describe("a container of 512 MB", () => {
  it("when eight of the greatest permitted queries come at once, again and again, then it answers them all", async () => {
    for (let round = 0; round < 4; round++) {
      const statuses = await Promise.all(Array.from({ length: 8 }, () => statusOf(ask(1900))));
      expect(statuses).toEqual(Array(8).fill(200));
    }
    expect(
      docker(["inspect", "--format", "{{.State.Running}} {{.State.OOMKilled}} {{.RestartCount}}", tag]),
    ).toBe("true false 0");
  }, 300_000);

  it("when four queries of 8,000 rows with contributions come at once, then they are refused, and it lives", async () => {
    expect(await Promise.all(Array.from({ length: 4 }, () => statusOf(ask(8000))))).toEqual(
      Array(4).fill(400),
    );
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  }, 60_000);
});
