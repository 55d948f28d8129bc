import "reflect-metadata";
import type { FastifyInstance } from "fastify";
import type { Browser } from "playwright-core";
import { ModelCatalogue } from "../../model/registry/catalogue";
import { loadModels } from "../../model/registry/version-reader";
import { createApp } from "../../src/app";
import { loadConfig } from "../../src/config";
import { launchBrowser } from "./browser";

let app: FastifyInstance;
let browser: Browser;
let address: string;
let pages: string[];

beforeAll(async () => {
  const config = loadConfig({ NODE_ENV: "production", LOG_LEVEL: "silent" });
  const catalogue = new ModelCatalogue((await loadModels(config.MODEL_DIR)).models);
  app = await createApp(config, () => catalogue);
  address = await app.listen({ host: "127.0.0.1", port: 0 });
  pages = ["/models", ...catalogue.models.map(({ file }) => `/models/${file.name}/${file.version}`)];
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

describe.each([
  [400, "light"],
  [1280, "light"],
  [400, "dark"],
  [1280, "dark"],
] as const)("when a browser %i pixels wide opens the cards in %s colours", (width, colorScheme) => {
  it("shows every picture, nothing is blocked or missing, and nothing overflows", async () => {
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
    const problems: string[] = [];
    page.on("console", (message) => problems.push(message.text()));
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("requestfailed", (request) => problems.push(request.url()));
    for (const path of pages) {
      await page.goto(address + path, { waitUntil: "networkidle" });
      const found = await page.evaluate(
        "({ pictures: [...document.images].map(({ naturalWidth }) => naturalWidth)," +
          " background: getComputedStyle(document.body).backgroundColor," +
          " overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth })",
      );
      expect(found).toEqual({
        // The chart of all models, or the six of a card.
        pictures: path === "/models" ? [760] : Array.from({ length: 6 }, () => 640),
        background: colorScheme === "dark" ? "rgb(22, 25, 29)" : "rgb(255, 255, 255)",
        overflow: 0,
      });
    }
    await page.close();
    expect(problems).toEqual([]);
  });
});

it("leads from the list of models to a card and back", async () => {
  const page = await browser.newPage();
  await page.goto(`${address}/models`);
  await page.getByRole("link", { name: "linear@1" }).click();
  await page.waitForURL("**/models/linear/1");
  expect(await page.title()).toBe("Model card: linear, version 1");
  await page.getByRole("link", { name: "All models" }).click();
  await page.waitForURL("**/models");
  await page.close();
});
