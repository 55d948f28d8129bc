import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { createServer, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page, Route } from "playwright-core";
import { type BuiltServer, startBuiltServer } from "../support/built-server";
import { temporaryDirectory } from "../support/temporary-directory";
import { launchBrowser } from "./browser";
import { barriersOf, openPage, priceOf } from "./open-page";

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe("when the server wants an API key", () => {
  it("then the page asks for one, and asks again where it is wrong", async () => {
    const file = join(await temporaryDirectory(), "keys");
    await writeFile(file, `alice:${createHash("sha256").update("sesame").digest("hex")}\n`);
    const server = await startBuiltServer({ API_KEYS_FILE: file });
    const { page } = await openPage(browser, `${server.url}/`);
    expect(await barriersOf(page)).toEqual([]);
    await page.getByLabel("API key").fill("guess");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").waitFor();
    await page.getByLabel("API key").fill("sesame");
    await page.keyboard.press("Enter");
    await page.locator(".price").waitFor();
    expect(await priceOf(page)).toMatch(/^\$/);
    expect(page.url()).not.toContain("sesame");
    await page.close();
  });
});

describe("when the server stands below a path of a proxy", () => {
  it("then the page works there", async () => {
    const server = await startBuiltServer();
    const { port } = new URL(server.url);
    const proxy = createServer((incoming, outgoing) => {
      const path = incoming.url?.startsWith("/prices/") ? incoming.url.slice("/prices".length) : "/nowhere";
      const { method, headers } = incoming;
      incoming.pipe(
        send({ port, host: "127.0.0.1", path, method, headers }, (answer) => {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(outgoing);
        }),
      );
    });
    await new Promise<void>((listening) => proxy.listen(0, "127.0.0.1", listening));
    const { port: proxyPort } = proxy.address() as AddressInfo;
    const { page, problems } = await openPage(browser, `http://127.0.0.1:${proxyPort}/prices/`);
    expect(await priceOf(page)).toMatch(/^\$/);
    await page.getByRole("link", { name: "spatial@1" }).first().click();
    await page.waitForURL("**/prices/models/spatial/1");
    expect(problems).toEqual([]);
    await page.close();
    proxy.close();
  });
});

describe("when the server cannot be reached for a while", () => {
  it("then the page says so, and shows the price of the newest house once it can", async () => {
    const server = await startBuiltServer();
    const { page } = await openPage(browser, `${server.url}/`);
    const before = await priceOf(page);
    await page.context().setOffline(true);
    await page.locator("#field-medInc").fill("6");
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").textContent()).toContain("cannot be reached");
    expect(await barriersOf(page)).toEqual([]);
    await page.locator("#field-medInc").fill("7");
    await page.context().setOffline(false);
    await page.getByRole("alert").waitFor({ state: "detached" });
    expect(await priceOf(page)).not.toBe(before);
    await page.close();
  });
});

describe("when the client has asked too often", () => {
  it("then the page says so, and tries again by itself", async () => {
    const server = await startBuiltServer({ RATE_LIMIT: "12" });
    const { page } = await openPage(browser, `${server.url}/`);
    for (const income of ["4", "5", "6"]) {
      await page.locator("#field-medInc").fill(income);
      await page.waitForTimeout(300);
    }
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").textContent()).toContain("12 requests per minute");
    expect(await page.getByRole("alert").textContent()).toContain("asks again by itself");
    await page.close();
  });
});

describe("in every state of the page", () => {
  let server: BuiltServer;

  beforeAll(async () => {
    server = await startBuiltServer();
  });

  /** Opens the page whose server gives the answers of `route`. */
  async function opened(
    route: (route: Route) => unknown,
    options: BrowserContextOptions = {},
  ): Promise<Page> {
    const page = await browser.newPage(options);
    await page.route("**/graphql", route);
    await page.goto(`${server.url}/`);
    return page;
  }

  const answer = (status: number, body: object) => (route: Route) =>
    route.fulfill({ status, contentType: "application/json", body: JSON.stringify(body) });

  it.each([
    ["it loads", () => undefined, "Loading…"],
    ["there is no model", answer(200, { data: { models: [] } }), "This server has no model yet."],
    ["the client has asked too often", answer(429, { errors: [{ message: "Too often." }] }), "Too often."],
    ["the server is overloaded", answer(503, { errors: [{ message: "Too busy." }] }), "Too busy."],
    ["it is offline", (route: Route) => route.abort(), "The server cannot be reached."],
  ])("when %s, then it says so, and axe-core finds no barrier", async (_state, route, words) => {
    const page = await opened(route);
    await page.getByText(words).waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await page.close();
  });

  it.each([
    ["at 200 % zoom", { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }],
    ["with reduced motion", { reducedMotion: "reduce" }],
    ["with forced colours", { forcedColors: "active" }],
  ] as const)(
    "%s, it shows the price, does not scroll sideways, and axe-core finds no barrier",
    async (_how, options) => {
      const page = await opened((route) => route.continue(), options);
      await page.locator(".legend").waitFor();
      await page.locator(".plot").waitFor();
      const overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
      expect(await page.evaluate(overflow)).toBe(0);
      expect(await barriersOf(page)).toEqual([]);
      await page.close();
    },
  );
});
