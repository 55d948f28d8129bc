import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startBuiltServer } from "../support/built-server";
import { errorOf, post } from "../support/graphql-request";
import { refusalOf } from "../support/refusal";
import { startServer } from "../support/server";
import { temporaryDirectory } from "../support/temporary-directory";
import { eventually } from "../support/waiting";

const BODY = JSON.stringify({ query: "query Who { __typename }" });
const line = (name: string, key: string) => `${name}:${createHash("sha256").update(key).digest("hex")}\n`;

let file: string;

beforeEach(async () => {
  file = join(await temporaryDirectory(), "keys");
  await writeFile(file, `# Who may ask.\n\n${line("alice", "open sesame")}${line("bob", "swordfish")}`);
});

const start = () => startServer({ API_KEYS_FILE: file });
const statusWith = async (server: string, headers: Record<string, string>) =>
  (await post(server, BODY, headers)).status;

/** Waits until the server answers a key so; it looks at its file every second. */
async function becomes(server: string, key: string, status: number): Promise<void> {
  await eventually(async () => (await statusWith(server, { "x-api-key": key })) === status || undefined);
}

describe("when API_KEYS_FILE is set", () => {
  it.each([
    ["a bearer token", { authorization: "Bearer swordfish" }, 200],
    ["a bearer token in small letters", { authorization: "bearer swordfish" }, 200],
    ["the header", { "x-api-key": "open sesame" }, 200],
    ["no key", {}, 401],
    ["an empty key", { "x-api-key": "" }, 401],
    ["another key", { "x-api-key": "guess" }, 401],
    ["a part of a key", { "x-api-key": "swordfis" }, 401],
    ["the hash of a key", { "x-api-key": createHash("sha256").update("swordfish").digest("hex") }, 401],
    ["the name of a key", { "x-api-key": "alice" }, 401],
    ["a key by basic authentication", { authorization: `Basic ${btoa("alice:swordfish")}` }, 401],
  ])("then a request with %s is answered by its status", async (_what, headers, status) => {
    const server = await start();
    const answer = await post(server, BODY, headers);
    expect(answer.status).toBe(status);
    if (status === 200) return;
    expect(errorOf(answer).extensions).toEqual({ code: "UNAUTHENTICATED" });
    expect(answer.headers.get("www-authenticate")).toBe("Bearer");
  });

  it("then the health checks are open, and nothing else is, however it is written", async () => {
    const server = await start();
    for (const path of ["/healthz", "/readyz", "/readyz?verbose"]) {
      expect((await fetch(server + path)).status).toBe(200);
    }
    for (const path of [
      "/graphql",
      "/graphql?query={__typename}",
      "/nowhere",
      "/healthz/../graphql",
      "/%67raphql",
    ]) {
      const headers = { accept: "text/html", "apollo-require-preflight": "1" };
      expect((await fetch(server + path, { headers })).status).toBe(401);
    }
  });

  it("then a page of an allowed origin can still ask by a preflight whether it may", async () => {
    const server = await startServer({ API_KEYS_FILE: file, CORS_ORIGINS: ["https://example.org"] });
    const response = await fetch(`${server}/graphql`, {
      method: "OPTIONS",
      headers: {
        origin: "https://example.org",
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type,x-api-key",
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get("access-control-allow-headers")).toContain("x-api-key");
  });

  it("then a key that is added is accepted, and one that is taken out is not, without a restart", async () => {
    const server = await start();
    await writeFile(file, line("carol", "new key"));
    await becomes(server, "new key", 200);
    await becomes(server, "swordfish", 401);
  });

  it("then the keys stay in force where the file is damaged or lost afterwards", async () => {
    const server = await startBuiltServer({ API_KEYS_FILE: file });
    const refusals = () => server.log().filter(({ msg }) => /the previous ones remain in use/.test(msg));
    const damage = [() => writeFile(file, "nonsense\n"), () => rm(file)];
    for (const [times, doDamage] of damage.entries()) {
      await doDamage();
      await eventually(() => refusals()[times]);
      expect(await statusWith(server.url, { "x-api-key": "swordfish" })).toBe(200);
    }
    await writeFile(file, line("carol", "new key"));
    await becomes(server.url, "new key", 200);
  });

  it("then the log tells whose key it was, and never the key", async () => {
    const server = await startBuiltServer({ API_KEYS_FILE: file });
    const lineWith = (status: number) =>
      eventually(() => server.log().find((line) => line.status === status));
    expect(await statusWith(server.url, { "x-api-key": "open sesame" })).toBe(200);
    expect(await lineWith(200)).toMatchObject({ client: "alice", operation: "Who" });
    expect(await statusWith(server.url, { authorization: "Bearer not-a-key" })).toBe(401);
    await lineWith(401);
    expect(server.stdout()).not.toMatch(/open sesame|not-a-key/);
  });
});

describe("when API_KEYS_FILE begins with a byte order mark", () => {
  it("then its first key is accepted", async () => {
    await writeFile(file, `\ufeff${line("dora", "sesame")}`);
    expect(await statusWith(await start(), { "x-api-key": "sesame" })).toBe(200);
  });
});

describe("when API_KEYS_FILE cannot be used", () => {
  it.each([
    ["has a key in the clear", "alice:swordfish\n", "Line 1 of"],
    ["has a name with blanks", `${line("bob", "x")}al ice:${"0".repeat(64)}\n`, "Line 2 of"],
  ])("then the server does not start, and says where: a file that %s", async (_what, text, where) => {
    await writeFile(file, text);
    const { code, message } = await refusalOf(start);
    expect(code).toBe("API_KEYS_INVALID");
    expect(message).toContain(where);
    expect(message).not.toContain("swordfish");
  });

  it.each<[string, Buffer, string]>([
    [
      "UTF-16",
      Buffer.from(`\ufeff${line("bob", "x")}`, "utf16le"),
      "is UTF-16 (little-endian): save it as UTF-8",
    ],
    ["larger than any", Buffer.alloc(1024 * 1024 + 1, "\n"), "is too large"],
  ])("then the server does not start: a file that is %s", async (_what, bytes, says) => {
    await writeFile(file, bytes);
    const { code, message } = await refusalOf(start);
    expect(code).toBe("API_KEYS_INVALID");
    expect(message).toContain(says);
  });

  it("then the server does not start: a pipe, which nobody writes to", async () => {
    await rm(file);
    execFileSync("mkfifo", [file]);
    expect((await refusalOf(start)).message).toContain("is a pipe: it must be a regular file");
  });

  it("then the server does not start: no such file", async () => {
    await rm(file);
    const { code, message } = await refusalOf(start);
    expect(code).toBe("API_KEYS_INVALID");
    expect(message).toContain("ENOENT");
  });
});

describe("npm run make-key", () => {
  const makeKey = (...args: string[]) =>
    execFileSync("node", ["scripts/make-key.mjs", ...args], { encoding: "utf8" });

  it("makes a key and the line that has it accepted", async () => {
    const [, key, , , written] = makeKey("carol").split("\n");
    await writeFile(file, `${written}\n`);
    const server = await start();
    expect(key).toMatch(/^[\w-]{43}$/);
    expect(await statusWith(server, { "x-api-key": key })).toBe(200);
  });

  it("refuses a name that the file could not hold", () => {
    expect(() => makeKey("two words")).toThrow("Usage: npm run make-key");
  });
});
