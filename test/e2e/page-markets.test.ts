import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { startBuiltServer } from "../support/built-server";
import { TRAIN } from "../support/commands";
import { runNode } from "../support/node-process";
import { temporaryDirectory } from "../support/temporary-directory";
import { launchBrowser } from "./browser";
import { barriersOf, openPage } from "./open-page";
import { ask, settledPrice } from "./shown-query";

/** What a person does with the page of a table. */
interface Market {
  readonly name: string;
  readonly target: string;
  /** Columns of the smaller of two models; none where the committed models serve. */
  readonly few?: string;
  /** Label of the slider that is dragged. */
  readonly drag: string;
  readonly type: readonly [apiName: string, value: string];
  /** API name of a category. */
  readonly select?: string;
  /** Label of the column that is varied. */
  readonly vary: string;
  readonly latitude?: string;
}

const MARKETS: readonly Market[] = [
  {
    name: "california",
    target: "",
    drag: "rooms",
    type: ["medInc", "6"],
    vary: "occupancy",
    latitude: "latitude",
  },
  {
    name: "king_county",
    target: "price",
    few: "bedrooms,sqft_living",
    drag: "sqft_living",
    type: ["bedrooms", "4"],
    select: "zipcode",
    vary: "grade",
    latitude: "lat",
  },
  {
    name: "melbourne",
    target: "Price",
    few: "Rooms,Distance",
    drag: "Distance",
    type: ["rooms", "4"],
    select: "type",
    vary: "Regionname",
    latitude: "lattitude",
  },
  {
    name: "ames",
    target: "SalePrice",
    few: "Gr Liv Area,Year Built",
    drag: "Gr Liv Area",
    type: ["overallQual", "8"],
    select: "neighborhood",
    vary: "Lot Area",
  },
];

const folder = "../shared/data/markets";
const present = existsSync(folder) ? MARKETS : MARKETS.slice(0, 1);
if (present.length === 1) console.warn(`${folder} is not there: its tables are not tried.`);

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

async function serve({ name, target, few }: Market) {
  if (few === undefined) return startBuiltServer();
  const MODEL_DIR = await temporaryDirectory();
  for (const features of [few, "all"]) {
    const data = join(folder, `${name}.csv`);
    const options = ["--data", data, "--target", target, "--features", features, "--out", MODEL_DIR];
    expect(await runNode([TRAIN, ...options])).toMatchObject({ status: 0 });
  }
  return startBuiltServer({ MODEL_DIR });
}

async function drag(page: Page, label: string): Promise<void> {
  const slider = page.getByLabel(`${label}, slider`, { exact: true });
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  if (!box) throw new Error(`There is no slider of ${label}.`);
  const at = (share: number) => [box.x + box.width * share, box.y + box.height / 2] as const;
  await page.mouse.move(...at(0.4));
  await page.mouse.down();
  for (let step = 1; step <= 20; step++) await page.mouse.move(...at(0.4 + 0.02 * step));
  await page.mouse.up();
}

it.each(present)("of $name, a person can do everything with the page", async (market) => {
  const server = await serve(market);
  const { page, problems } = await openPage(browser, `${server.url}/`);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const prices = [await settledPrice(server, page)];
  const next = async () => {
    const price = await settledPrice(server, page);
    expect(prices).not.toContain(price);
    prices.push(price);
  };

  await drag(page, market.drag);
  await next();
  await page.locator(`#field-${market.type[0]}`).fill(market.type[1]);
  await next();
  if (market.select) {
    const field = page.locator(`#field-${market.select}`);
    const others = await field.locator("option:not(:checked)").count();
    await field.selectOption({ index: others });
    await next();
  }
  if (market.latitude) {
    await page.locator(".legend").waitFor();
    const map = await page.locator(".face").boundingBox();
    if (!map) throw new Error("The map is not there.");
    await page.locator(".face").click({ position: { x: map.width * 0.45, y: map.height * 0.5 } });
    await next();
  } else expect(await page.locator(".map").count()).toBe(0);

  await page.locator(".what-if select").selectOption(market.vary);
  await page.locator(".what-if :is(.plot, tr.chosen)").waitFor();
  expect(await barriersOf(page)).toEqual([]);

  await page.getByLabel("Model", { exact: true }).selectOption("linear@1");
  await next();
  // The address follows when the hand rests.
  await page.waitForURL(/linear/);
  const copy = await openPage(browser, page.url());
  expect(await settledPrice(server, copy.page)).toBe(prices.at(-1));
  await copy.page.close();

  await page.getByRole("button", { name: "Copy" }).click();
  await page.getByText("Copied.").waitFor();
  const copied = String(await page.evaluate("navigator.clipboard.readText()"));
  expect(await ask(server, copied)).toMatchObject({ model: { name: "linear", version: 1 } });
  expect([...problems, ...copy.problems]).toEqual([]);
  await page.close();
});
