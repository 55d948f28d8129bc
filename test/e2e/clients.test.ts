import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { type BuiltServer, startBuiltServer } from "../support/built-server";
import { eventually } from "../support/waiting";
import { launchBrowser } from "./browser";
import { PROJECT } from "./docker";
import { EXAMPLE_PREDICTION } from "./example-request";

/** The clients of `clients/page.ts`, and the method that each uses for a query as it comes. */
const CLIENTS = [
  ["apolloClient", "POST"],
  ["apolloClientByGet", "GET"],
  ["generated", "POST"],
  ["graphqlRequest", "POST"],
  ["graphqlRequestByGet", "GET"],
  ["relay", "POST"],
  ["urql", "GET"],
] as const;

/** `localhost` and the server's `127.0.0.1` are different sites to a browser. */
async function serveSite(script: string): Promise<{ readonly site: Server; readonly origin: string }> {
  const site = createServer(({ url }, response) => {
    response.setHeader("content-type", url === "/page.js" ? "text/javascript" : "text/html");
    response.end(
      url === "/page.js" ? script : "<!doctype html><title>App</title><script src=/page.js></script>",
    );
  });
  site.listen(0, "127.0.0.1");
  await once(site, "listening");
  const { port } = site.address() as AddressInfo;
  return { site, origin: `http://localhost:${port}` };
}

let browser: Browser;
let server: BuiltServer;
let allowed: Awaited<ReturnType<typeof serveSite>>;
let foreign: Awaited<ReturnType<typeof serveSite>>;

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [join(__dirname, "clients/page.ts")],
    bundle: true,
    write: false,
    define: { "process.env.NODE_ENV": '"production"', __DEV__: "false" },
  });
  const script = outputFiles[0].text;
  [allowed, foreign] = [await serveSite(script), await serveSite(script)];
  server = await startBuiltServer({ CORS_ORIGINS: allowed.origin, NODE_ENV: "production" });
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  server?.child.kill();
  await server?.ended;
  for (const { site } of [allowed, foreign]) site?.close();
});

/** A page of the origin, and what it sends to the server: method and status. */
async function open(origin: string): Promise<{ page: Page; requests: string[] }> {
  const page = await browser.newPage();
  const requests: string[] = [];
  page.on("response", (response) => {
    if (!response.url().startsWith(server.url)) return;
    requests.push(`${response.request().method()} ${response.status()}`);
  });
  await page.goto(origin);
  return { page, requests };
}

/** How many predictions the server has computed. */
async function predictions(): Promise<number> {
  const metrics = await server.metrics();
  const counts = [...metrics].filter(([series]) => series.startsWith("house_price_predictions_total"));
  return counts.reduce((sum, [, value]) => sum + value, 0);
}

describe.each(CLIENTS)("%s, which sends a %s", (client, method) => {
  const ask = () => `clients.${client}(${JSON.stringify(`${server.url}/graphql`)})`;

  test("when its page is of an allowed origin, then it gets the price, unconfigured", async () => {
    const { page, requests } = await open(allowed.origin);
    expect(await page.evaluate(ask())).toBeCloseTo(EXAMPLE_PREDICTION, 9);
    expect(requests.filter((request) => !request.startsWith("OPTIONS"))).toEqual([`${method} 200`]);
    await page.close();
  });

  test("when its page is of a foreign origin, then it gets nothing, and nothing is computed", async () => {
    const before = await predictions();
    const { page } = await open(foreign.origin);
    const outcome = await page.evaluate(`${ask()}.then(() => "answered", () => "refused")`);
    expect(outcome).toBe("refused");
    expect(await predictions()).toBe(before);
    await page.close();
  });
});

describe("a page of a foreign origin without a client", () => {
  const query = "{predictHousePrice(input:{medInc:3.5,aveRooms:5,aveOccup:2}){predictedHousePrice}}";

  test.each([
    [
      "an image",
      (url: string) =>
        `new Promise((done) => { const i = new Image(); i.onerror = i.onload = done; i.src = ${url}; }).then(() => 1)`,
    ],
    [
      "a script",
      (url: string) =>
        `new Promise((done) => { const s = document.createElement("script"); s.onerror = s.onload = done; s.src = ${url}; document.head.append(s); }).then(() => 1)`,
    ],
    ["fetch without CORS", (url: string) => `fetch(${url}, { mode: "no-cors" }).then(() => 1, () => 1)`],
    [
      "a form",
      (
        url: string,
      ) => `(() => { const f = document.createElement("form"); f.action = ${url}; f.method = "GET";
        const i = document.createElement("input"); i.name = "query"; i.value = ${JSON.stringify(query)}; f.append(i); document.body.append(f); f.submit(); })()`,
    ],
  ])("when it tries %s, then the server refuses, and computes nothing", async (_what, script) => {
    const before = await predictions();
    const { page } = await open(foreign.origin);
    // The browser hides from the page, and from the test, what it blocks itself.
    const answers = () => server.log().filter(({ path }) => path === "/graphql");
    const answersBefore = answers().length;
    const url = JSON.stringify(`${server.url}/graphql?query=${encodeURIComponent(query)}`);
    await page.evaluate(script(url));
    const [answer] = await eventually(() => {
      const newAnswers = answers().slice(answersBefore);
      return newAnswers.length > 0 ? newAnswers : undefined;
    });
    expect(answer).toMatchObject({ method: "GET", status: 400 });
    expect(await predictions()).toBe(before);
    await page.close();
  });
});

test("when Relay's compiler runs again, then it gives what is committed", () => {
  const compiler = join(PROJECT, "node_modules/.bin/relay-compiler");
  const folder = join(__dirname, "clients");
  expect(() =>
    execFileSync(compiler, ["--validate", "relay.config.json"], { cwd: folder, stdio: "pipe" }),
  ).not.toThrow();
});
