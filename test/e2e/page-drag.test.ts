import type { Browser, Page } from "playwright-core";
import { type BuiltServer, startBuiltServer } from "../support/built-server";
import { usageOf } from "../support/process-usage";
import { eventually } from "../support/waiting";
import { launchBrowser } from "./browser";
import { dragSlider } from "./drag-slider";
import { priceOf } from "./open-page";
import { dollars, eventsAtRest, eventsOf, type PageEvent, recordEvents } from "./page-events";

const DRAG_S = 20;
/** Drags and rests alternate, so that what else the machine does weighs on all alike. */
const ROUNDS = 5;
const REST_MS = 1000;

/** The most of a core that the server may spend on a person who drags. */
const FIFTH = 0.2;

/** Least mean time between two questions of a kind, as `web/state/paces.ts` has it, less what clocks differ. */
const PRICE_MS = 32;
const MAP_MS = 78;

/** Another client, which asks one thing after the other while `meanwhile` goes on: how long its answers take, in ms. */
async function latenciesDuring(url: string, meanwhile: Promise<unknown>): Promise<number[]> {
  const query =
    "{ predictHousePrice(input: {medInc: 3.5, aveRooms: 5, aveOccup: 2}) { predictedHousePrice } }";
  const latencies: number[] = [];
  let isOver = false;
  const over = meanwhile.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    const began = performance.now();
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query }),
    });
    await response.text();
    latencies.push(performance.now() - began);
    await new Promise((done) => setTimeout(done, 10));
  }
  await over;
  return latencies;
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

describe(`when a slider is dragged for ${DRAG_S} s at 60 events a second`, () => {
  let browser: Browser;
  let page: Page;
  let server: BuiltServer;
  let events: readonly PageEvent[];
  /** Seconds of the drag, and what the server spent of the processor on it. */
  let seconds = 0;
  let busy = 0;

  beforeAll(async () => {
    browser = await launchBrowser();
    server = await startBuiltServer();
    // The browser itself takes processor time from all servers: what is due to it shows on a server that it does not ask.
    const other = await startBuiltServer();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await recordEvents(page);
    await page.goto(`${server.url}/`);
    await page.locator(".legend").waitFor();
    await priceOf(page);

    const drag = () => dragSlider(page, "income, slider", DRAG_S / ROUNDS / 2);
    const resting: number[] = [];
    const beside: number[] = [];
    const apart: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      resting.push(...(await latenciesDuring(server.url, page.waitForTimeout(REST_MS))));
      beside.push(...(await latenciesDuring(server.url, drag())));
      const began = performance.now();
      const usage = await usageOf(server.child.pid ?? 0, async () =>
        apart.push(...(await latenciesDuring(other.url, drag()))),
      );
      seconds += (performance.now() - began) / 1000;
      busy += usage.seconds;
    }
    const income = Number(await page.locator("#field-medInc").inputValue());
    events = await eventually(() => eventsAtRest(page, income));
    console.info(
      `Another client's median: ${median(resting).toFixed(2)} ms at rest; during the drag ${median(apart).toFixed(2)} ms on another` +
        ` server, ${median(beside).toFixed(2)} ms on the same (${(median(beside) / median(apart)).toFixed(2)} times). The server was` +
        ` busy ${((100 * busy) / seconds).toFixed(1)} % of the time.`,
    );
  }, 240_000);
  afterAll(() => browser?.close());

  it("then no price is unanswered, stale or out of order", async () => {
    const asked = events.flatMap((event) => (event.kind === "asked" ? [event.income] : []));
    const answers = events.flatMap((event) => (event.kind === "answered" ? [event] : []));
    expect(answers.map(({ status }) => status)).toEqual(asked.map(() => 200));
    // One question at a time: each answer belongs to the question before it.
    const exchange = events.map(({ kind }) => kind).filter((kind) => kind === "asked" || kind === "answered");
    expect(exchange).toEqual(asked.flatMap(() => ["asked", "answered"]));
    // What is shown is always the newest answer.
    const shown = events.flatMap((event, i) => {
      if (event.kind !== "shown") return [];
      const answer = events.slice(0, i).findLast(({ kind }) => kind === "answered");
      return answer?.kind === "answered" ? [[event.text, dollars(answer.price)]] : [];
    });
    expect(shown.length).toBeGreaterThan(DRAG_S);
    for (const [text, newest] of shown) expect(text).toBe(newest);
    // At rest, it is the price of the value in the field.
    expect(await priceOf(page)).toBe(dollars(answers.at(-1)?.price ?? Number.NaN));
  });

  it("then the page asks so seldom that the server has four fifths of its time for others", () => {
    const prices = events.filter((event) => event.kind === "asked");
    const maps = mapsOf(events);
    expect(meanGapOf(prices)).toBeGreaterThan(PRICE_MS);
    expect(meanGapOf(maps)).toBeGreaterThan(MAP_MS);
    expect(busy / seconds).toBeLessThan(FIFTH);
  });

  it("then the map has a quarter of its prices while the slider moves, and all of them when it rests", async () => {
    const [all = 0, ...others] = mapsOf(events).map(({ rows }) => rows);
    expect(all).toBeGreaterThan(500);
    expect(Math.min(...others)).toBeLessThan(0.35 * all);
    await eventually(async () => mapsOf(await eventsOf(page)).at(-1)?.rows === all || undefined);
  });
});

const mapsOf = (events: readonly PageEvent[]) =>
  events.flatMap((event) => (event.kind === "batch" && event.query === "PriceMap" ? [event] : []));

/** Single gaps may be shorter: the browser sends a question later than the page asks it. */
const meanGapOf = (events: readonly { readonly at: number }[]) =>
  ((events.at(-1)?.at ?? 0) - events[0].at) / (events.length - 1);
