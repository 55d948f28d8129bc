import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { temporaryDirectory } from "../support/temporary-directory";
import { createTestApp } from "../support/test-app";

const ASSETS = ["/page/page.js", "/page/page.css", "/page/icon.svg"];
const PRODUCTION = { NODE_ENV: "production" };

describe("the page for people", () => {
  it("is at /, also in production, and runs nothing but its own script", async () => {
    const app = await createTestApp(PRODUCTION);
    const { statusCode, headers, body } = await app.inject("/");
    expect(statusCode).toBe(200);
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    const policy = String(headers["content-security-policy"]);
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "connect-src 'self'",
    ]) {
      expect(policy).toContain(part);
    }
    expect(policy).not.toContain("unsafe");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(body).not.toMatch(/<style|style=|<script(?![^>]* src=)|https?:/);
  });

  it("names its files by relative addresses, so it also works behind a proxy that adds a prefix", async () => {
    const app = await createTestApp();
    const { body } = await app.inject("/");
    const addresses = [...body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address);
    expect(addresses).toContain("page/page.js");
    expect(addresses.filter((address) => /^\/|:/.test(address ?? ""))).toEqual([]);
  });

  it("is at most 150 kB compressed", async () => {
    const app = await createTestApp();
    const answers = await Promise.all(["/", ...ASSETS].map((path) => app.inject(path)));
    const sizes = answers.map(({ rawPayload }) => gzipSync(rawPayload).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(150_000);
  });

  it("is not sent again to a browser that has it", async () => {
    const app = await createTestApp();
    for (const path of ["/", ...ASSETS]) {
      const { headers } = await app.inject(path);
      const again = await app.inject({ url: path, headers: { "if-none-match": String(headers.etag) } });
      expect({ path, status: again.statusCode, length: again.body.length }).toEqual({
        path,
        status: 304,
        length: 0,
      });
    }
  });

  it("answers GET and HEAD only", async () => {
    const app = await createTestApp();
    expect((await app.inject({ method: "HEAD", url: "/" })).statusCode).toBe(200);
    const answer = await app.inject({ method: "POST", url: "/", payload: {} });
    expect(answer.statusCode).toBe(405);
    expect(answer.headers.allow).toBe("GET, HEAD");
  });

  it("counts for the rate limit as everything else", async () => {
    const app = await createTestApp({ RATE_LIMIT: "2" });
    const statuses = [];
    for (const path of ["/", "/page/page.js", "/page/page.css"])
      statuses.push((await app.inject(path)).statusCode);
    expect(statuses).toEqual([200, 200, 429]);
  });
});

describe("when API_KEYS_FILE is set", () => {
  it("then the page is open, and what it shows is not", async () => {
    const file = join(await temporaryDirectory(), "keys");
    await writeFile(file, `alice:${createHash("sha256").update("open sesame").digest("hex")}\n`);
    const app = await createTestApp({ API_KEYS_FILE: file });
    for (const path of ["/", ...ASSETS]) expect((await app.inject(path)).statusCode).toBe(200);
    for (const path of ["/graphql?query={__typename}", "/models", "/page/", "/page/x", "//"]) {
      expect({ path, status: (await app.inject(path)).statusCode }).toEqual({ path, status: 401 });
    }
    await app.close();
  });
});

describe.each([
  ["PAGE is false", { PAGE: "false" }],
  [
    "there is a safelist, which cannot know the page's operations",
    { SAFELIST: "examples/client/gql/safelist.json" },
  ],
])("when %s", (_when, environment) => {
  it("then there is no page", async () => {
    const app = await createTestApp(environment);
    for (const path of ["/", ...ASSETS]) expect((await app.inject(path)).statusCode).toBe(404);
  });
});
