import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ask, errorOf, post } from "../support/graphql-request";
import { startServer } from "../support/server";
import { temporaryDirectory } from "../support/temporary-directory";

const BODY = JSON.stringify({ query: "{ __typename }" });

describe("when RATE_LIMIT is set", () => {
  it("then a client hears how many requests it has left, and 429 once it has none", async () => {
    const server = await startServer({ RATE_LIMIT: 3 });
    for (const left of ["2", "1", "0"]) {
      const { status, headers } = await ask(server, "{ __typename }");
      expect(status).toBe(200);
      expect(headers.get("ratelimit-limit")).toBe("3");
      expect(headers.get("ratelimit-remaining")).toBe(left);
      expect(Number(headers.get("ratelimit-reset"))).toBeLessThanOrEqual(60);
    }
    const answer = await ask(server, "{ __typename }");
    expect(answer.status).toBe(429);
    expect(errorOf(answer).extensions).toEqual({ code: "TOO_MANY_REQUESTS" });
    expect(errorOf(answer).message).toMatch(/^The limit is 3 requests per minute; retry in /);
    const seconds = Number(answer.headers.get("retry-after"));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
  });

  it("then who probes the process is not counted", async () => {
    const server = await startServer({ RATE_LIMIT: 1 });
    for (let probe = 0; probe < 5; probe++) expect((await fetch(`${server}/readyz`)).status).toBe(200);
    expect((await ask(server, "{ __typename }")).status).toBe(200);
  });

  it("then each API key has a count of its own", async () => {
    const file = join(await temporaryDirectory(), "keys");
    const line = (name: string) => `${name}:${createHash("sha256").update(`key of ${name}`).digest("hex")}`;
    await writeFile(file, `${line("a")}\n${line("b")}\n`);
    const server = await startServer({ RATE_LIMIT: 1, API_KEYS_FILE: file });
    const status = async (name: string) =>
      (await post(server, BODY, { "x-api-key": `key of ${name}` })).status;
    expect([await status("a"), await status("b"), await status("a"), await status("b")]).toEqual([
      200, 200, 429, 429,
    ]);
  });

  const from = (server: string, address: string) => post(server, BODY, { "x-forwarded-for": address });

  it("then a client cannot pass for others by X-Forwarded-For", async () => {
    const server = await startServer({ RATE_LIMIT: 1 });
    expect((await from(server, "192.0.2.1")).status).toBe(200);
    expect((await from(server, "192.0.2.2")).status).toBe(429);
  });

  it("then the clients behind a trusted proxy are told apart, those of one IPv6 network are not", async () => {
    const server = await startServer({ RATE_LIMIT: 1, TRUST_PROXY: ["127.0.0.0/8"] });
    expect((await from(server, "192.0.2.1")).status).toBe(200);
    expect((await from(server, "192.0.2.2")).status).toBe(200);
    expect((await from(server, "192.0.2.2")).status).toBe(429);
    expect((await from(server, "2001:db8::1")).status).toBe(200);
    expect((await from(server, "2001:db8::2")).status).toBe(429);
  });
});

describe("when a gateway adds the port to the address that it forwards", () => {
  it.each([
    ["IPv4", (port: number) => `203.0.113.3:${port}`],
    ["IPv6", (port: number) => `[2001:db8::1]:${port}`],
    ["IPv4 within IPv6", (port: number) => `::ffff:203.0.113.3${port % 2 ? "" : "%eth0"}`],
    ["what is no address", (port: number) => `client-${port}`],
  ])("then every port is the same client: %s", async (_what, address) => {
    const server = await startServer({ RATE_LIMIT: 1, TRUST_PROXY: ["127.0.0.0/8"] });
    const statuses: number[] = [];
    for (const port of [5000, 5001, 5002]) {
      const headers = { "x-forwarded-for": address(port) };
      statuses.push((await post(server, BODY, headers)).status);
    }
    expect(statuses).toEqual([200, 429, 429]);
  });
});

describe("when RATE_LIMIT is 0", () => {
  it("then nothing is counted", async () => {
    const { headers } = await ask(await startServer(), "{ __typename }");
    expect(headers.get("ratelimit-limit")).toBeNull();
  });
});
