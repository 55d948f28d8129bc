import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { type BuiltServer, startBuiltServer } from "../support/built-server";
import { temporaryDirectory } from "../support/temporary-directory";
import { launchBrowser } from "./browser";
import { barriersOf, openPage, priceOf, textOf } from "./open-page";
import { ask, dollars, queryOf } from "./shown-query";

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe("the page of California's houses", () => {
  let server: BuiltServer;

  beforeAll(async () => {
    server = await startBuiltServer({ NODE_ENV: "production" });
  });

  it("shows the price of the house in its fields, and the query behind it gives the same", async () => {
    const { page, problems } = await openPage(browser, `${server.url}/`);
    const query = await queryOf(page);
    const answer = await ask(server, query);
    expect(await priceOf(page)).toBe(dollars(answer.predictedHousePriceUsd));
    expect(problems).toEqual([]);
    await page.close();
  });

  it("begins with a house of the test rows, if one is chosen", async () => {
    const { page, problems } = await openPage(browser, `${server.url}/`);
    const prices: number[] = [];
    for (const kind of ["cheap", "typical", "expensive"]) {
      await page.getByRole("button", { name: kind, exact: true }).click();
      await page.waitForTimeout(500);
      const answer = await ask(server, await queryOf(page));
      expect(await priceOf(page)).toBe(dollars(answer.predictedHousePriceUsd));
      prices.push(Number(answer.predictedHousePriceUsd));
    }
    expect(prices).toEqual([...new Set(prices)].sort((a, b) => a - b));
    expect(problems).toEqual([]);
    await page.close();
  });

  it("follows what is typed, marks what is outside of training, and warns in words beside it", async () => {
    const { page, problems } = await openPage(browser, `${server.url}/`);
    const before = await priceOf(page);
    await page.locator("#field-medInc").fill("16.5");
    await page.getByText(/income is 16.5, outside the training range/).waitFor();
    expect(await priceOf(page)).not.toBe(before);
    expect(await page.locator(".field.outside").count()).toBe(1);
    await page.locator("#field-medInc").fill("-1");
    await page.getByRole("alert").waitFor();
    await page.locator("#field-medInc").fill("3");
    await page.getByRole("alert").waitFor({ state: "detached" });
    // The browser notes that an answer had status 400.
    expect(problems.filter((problem) => !problem.includes("400"))).toEqual([]);
    await page.close();
  });

  it("shows the price of the newest value after a long drag, and of none that came before", async () => {
    const { page, problems } = await openPage(browser, `${server.url}/`);
    const slider = page.getByLabel("income, slider");
    const box = await slider.boundingBox();
    if (!box) throw new Error("The slider is not there.");
    const at = (share: number) => [box.x + box.width * share, box.y + box.height / 2] as const;
    await page.mouse.move(...at(0.3));
    await page.mouse.down();
    for (let step = 0; step < 120; step++) await page.mouse.move(...at(0.5 + 0.4 * Math.sin(step / 9)));
    await page.mouse.move(...at(0.75));
    await page.mouse.up();
    await page.waitForTimeout(500);
    const answer = await ask(server, await queryOf(page));
    expect(await priceOf(page)).toBe(dollars(answer.predictedHousePriceUsd));
    expect(problems).toEqual([]);
    await page.close();
  });

  it("has its whole state in the address: models, what if and side by side", async () => {
    const { page } = await openPage(browser, `${server.url}/`);
    await page.getByLabel("Model", { exact: true }).selectOption("linear@2");
    await page.getByLabel("The price by").selectOption("rooms");
    await page.getByLabel("Compare with").selectOption("linear@1");
    await page.locator("#field-population").fill("900");
    await page.waitForTimeout(600);
    const price = await priceOf(page);
    const address = page.url();
    const copy = await openPage(browser, address);
    expect(await priceOf(copy.page)).toBe(price);
    expect(await copy.page.getByRole("link", { name: "linear@2" }).count()).toBeGreaterThan(0);
    await copy.page.locator(".plot .other").waitFor({ state: "attached" });
    expect(await copy.page.locator(".side-by-side tbody tr").count()).toBe(2);
    expect(copy.problems).toEqual([]);
    await copy.page.getByRole("link", { name: "linear@1" }).first().click();
    await copy.page.waitForURL("**/models/linear/1");
    await copy.page.close();
    await page.close();
  });

  it("draws what the house would cost elsewhere, and a click moves it", async () => {
    const { page, problems } = await openPage(browser, `${server.url}/`);
    await page.locator(".legend").waitFor();
    const words = (await page.locator(".face").getAttribute("aria-label")) ?? "";
    const places = Number(/prices in (\d+) places/.exec(words)?.[1]);
    expect(places).toBeGreaterThan(500);
    expect(places).toBeLessThan(1500);
    const map = await page.locator(".face").boundingBox();
    if (!map) throw new Error("The map is not there.");
    // San Francisco Bay.
    const position = { x: map.width * 0.2, y: map.height * 0.44 };
    await page.locator(".face").hover({ position });
    await page.getByText(/^\$[\d,]+ at 37\.\d\d, -122\.\d\d$/).waitFor();
    await page.locator(".face").click({ position });
    expect(await page.locator("#field-latitude").inputValue()).toMatch(/^37\./);
    expect(await page.locator("#field-longitude").inputValue()).toMatch(/^-122\./);
    await page.getByLabel("Model", { exact: true }).selectOption("linear@1");
    await page.locator(".map").waitFor({ state: "detached" });
    expect(problems).toEqual([]);
    await page.close();
  });

  it.each([
    [360, "light"],
    [360, "dark"],
    [768, "dark"],
    [1440, "light"],
  ] as const)(
    "fits a window of %i pixels in %s colours, and has no barrier that axe-core knows",
    async (width, scheme) => {
      const { page, problems } = await openPage(
        browser,
        `${server.url}/#.vary=medInc&.against=linear%401`,
        width,
        scheme,
      );
      await priceOf(page);
      const overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
      expect(await page.evaluate(overflow)).toBe(0);
      await page.getByText("The query behind it").click();
      await page.locator(".legend").waitFor();
      expect(await barriersOf(page)).toEqual([]);
      expect(problems).toEqual([]);
      await page.close();
    },
  );

  it("can be used by the keyboard alone", async () => {
    const { page } = await openPage(browser, `${server.url}/`);
    const before = await priceOf(page);
    await page.locator("#field-medInc").focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowRight");
    for (let press = 0; press < 20; press++) await page.keyboard.press("ArrowRight");
    await page.waitForTimeout(1500);
    const after = await priceOf(page);
    expect(after).not.toBe(before);
    expect(await textOf(page, "[role=status]")).toBe(after);
    await page.close();
  });
});

/** The table of the example without latitude and longitude, the two columns before the price. */
function withoutPlaces(csv: string): string {
  return csv.replace(/,[^,\n]*,[^,\n]*(,[^,\n]*)$/gm, "$1");
}

describe("the page of a table with categories, days and values that may be missing", () => {
  let server: BuiltServer;

  beforeAll(async () => {
    const models = await temporaryDirectory();
    const data = join(await temporaryDirectory(), "houses.csv");
    await writeFile(data, withoutPlaces(await readFile("examples/houses/houses.csv", "utf8")));
    const options = ["--data", data, "--target", "price", "--out", models];
    execFileSync(process.execPath, ["dist/cli/train.js", ...options], { stdio: "ignore" });
    server = await startBuiltServer({ NODE_ENV: "production", MODEL_DIR: models });
  });

  it("has a field for each, and answers without what is not known", async () => {
    const { page, problems } = await openPage(browser, `${server.url}/`);
    const first = await priceOf(page);
    await page.locator("#field-district").selectOption("Harbour");
    await page.locator("#field-sold").fill("2022-03-01");
    await page.locator(".field", { hasText: "year built" }).getByLabel("not known").check();
    await page
      .getByText(/year built is missing/)
      .first()
      .waitFor();
    await page.waitForTimeout(500);
    const price = await priceOf(page);
    expect(price).not.toBe(first);
    const query = await queryOf(page);
    expect(query).toContain("district: HARBOUR");
    expect(query).not.toContain("yearBuilt:");
    const { predictedHousePrice } = await ask(server, query);
    expect(price).toBe(predictedHousePrice.toLocaleString("en", { maximumSignificantDigits: 5 }));
    await page.getByLabel("The price by").selectOption("district");
    await page.locator(".what-if tr.chosen").waitFor();
    expect(await textOf(page, ".what-if tr.chosen")).toContain("Harbour");
    expect(await page.locator(".map").count()).toBe(0);
    expect(await barriersOf(page)).toEqual([]);
    expect(problems).toEqual([]);
    await page.close();
  });
});
