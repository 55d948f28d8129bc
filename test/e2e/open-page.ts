import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";

/** A page of the browser. */
export interface OpenPage {
  readonly page: Page;
  /** What the page complained of, and what it asked of other hosts. */
  readonly problems: readonly string[];
}

export async function openPage(
  browser: Browser,
  address: string,
  width = 1280,
  colorScheme: "light" | "dark" = "light",
): Promise<OpenPage> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  const problems: string[] = [];
  page.on("console", (message) => problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== new URL(address).origin) problems.push(request.url());
  });
  await page.goto(address, { waitUntil: "networkidle" });
  return { page, problems };
}

/** The text of the first element that a selector finds. */
export const textOf = async (page: Page, selector: string) =>
  (await page.locator(selector).first().textContent()) ?? "";

/** The price, once the page rests. */
export const priceOf = async (page: Page) => {
  await page.waitForLoadState("networkidle");
  return textOf(page, ".price");
};

const AXE = readFileSync(createRequire(__filename).resolve("axe-core/axe.min.js"), "utf8");

/** What axe-core finds that is not accessible, in words. */
export async function barriersOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return page.evaluate(
    "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html].join()))",
  );
}
