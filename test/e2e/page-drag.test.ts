import type { Browser, Page } from "playwright-core";
import { startBuiltServer } from "../support/built-server";
import { eventually } from "../support/waiting";
import { launchBrowser } from "./browser";
import { priceOf, textOf } from "./open-page";

const DRAG_S = 20;
const EVENTS_A_SECOND = 60;
/** Drags and rests alternate, so that what else the machine does weighs on both alike. */
const ROUNDS = 5;
const REST_MS = 2000;

/** What happened on the page, in order. */
type PageEvent =
  | { readonly kind: "asked"; readonly income: number }
  | { readonly kind: "answered"; readonly status: number; readonly price: number }
  | { readonly kind: "shown"; readonly text: string };

/** Runs before the page's own script: notes what it asks, what it is answered, and what it then shows. */
const RECORDER = `
  window.pageEvents = [];
  const send = window.fetch;
  window.fetch = async (address, options) => {
    const { query, variables } = JSON.parse(options?.body ?? "{}");
    if (!query?.includes("query Price(")) return send(address, options);
    window.pageEvents.push({ kind: "asked", income: variables.input.medInc });
    const response = await send(address, options);
    const { data } = await response.clone().json();
    const price = data?.predictHousePrice.predictedHousePrice;
    window.pageEvents.push({ kind: "answered", status: response.status, price });
    return response;
  };
  new MutationObserver(() => {
    const text = document.querySelector(".price")?.textContent;
    const last = window.pageEvents.findLast(({ kind }) => kind === "shown")?.text;
    if (text && text !== last) window.pageEvents.push({ kind: "shown", text });
  }).observe(document, { subtree: true, childList: true, characterData: true });
`;

const dollars = (price: number) =>
  (price * 100_000).toLocaleString("en", { style: "currency", currency: "USD", maximumFractionDigits: 0 });

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** Moves the pressed mouse back and forth over a slider, without waiting for the page. */
async function drag(page: Page, seconds: number): Promise<void> {
  const box = await page.getByLabel("income, slider").boundingBox();
  if (!box) throw new Error("The slider is not there.");
  const client = await page.context().newCDPSession(page);
  const send = (type: "mousePressed" | "mouseMoved" | "mouseReleased", share: number) =>
    client.send("Input.dispatchMouseEvent", {
      type,
      x: box.x + box.width * share,
      y: box.y + box.height / 2,
      button: "left",
      buttons: type === "mouseReleased" ? 0 : 1,
      clickCount: 1,
    });
  await send("mousePressed", 0.5);
  const events = seconds * EVENTS_A_SECOND;
  const began = performance.now();
  const sent: Promise<unknown>[] = [];
  for (let event = 0; event < events; event++) {
    const wait = began + (event * 1000) / EVENTS_A_SECOND - performance.now();
    if (wait > 0) await new Promise((done) => setTimeout(done, wait));
    sent.push(send("mouseMoved", 0.5 + 0.4 * Math.sin(event / 23)));
  }
  await Promise.all(sent);
  await send("mouseReleased", 0.62);
  await client.detach();
}

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

/** What the page did, once it shows the price of the value in the field. */
async function eventsAtRest(page: Page, income: number): Promise<PageEvent[] | undefined> {
  const events: PageEvent[] = JSON.parse(await page.evaluate("JSON.stringify(pageEvents)"));
  const asked = events.findLast((event) => event.kind === "asked");
  const answered = events.findLast((event) => event.kind === "answered");
  const isAnswered = events.filter(({ kind }) => kind !== "shown").at(-1) === answered;
  const isShown = (await textOf(page, ".price")) === dollars(answered?.price ?? Number.NaN);
  return isAnswered && isShown && asked?.income === income ? events : undefined;
}

it(`when a slider is dragged for ${DRAG_S} s at ${EVENTS_A_SECOND} events a second, then no price is unanswered, stale or out of order`, async () => {
  const server = await startBuiltServer();
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.addInitScript(RECORDER);
  await page.goto(`${server.url}/`);
  await page.locator(".legend").waitFor();
  await priceOf(page);

  const moving: number[] = [];
  const resting: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const rest = page.waitForTimeout(REST_MS);
    resting.push(...(await latenciesDuring(server.url, rest)));
    moving.push(...(await latenciesDuring(server.url, drag(page, DRAG_S / ROUNDS))));
  }
  const income = Number(await page.locator("#field-medInc").inputValue());
  const events = await eventually(() => eventsAtRest(page, income));
  const price = await priceOf(page);

  const asked = events.flatMap((event) => (event.kind === "asked" ? [event.income] : []));
  const answers = events.flatMap((event) => (event.kind === "answered" ? [event] : []));
  expect(answers.map(({ status }) => status)).toEqual(asked.map(() => 200));
  // One question at a time: each answer belongs to the question before it.
  const exchange = events.filter(({ kind }) => kind !== "shown").map(({ kind }) => kind);
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
  expect(price).toBe(dollars(answers.at(-1)?.price ?? Number.NaN));

  const ratio = median(moving) / median(resting);
  console.info(
    `${asked.length} questions, ${shown.length} prices shown. Another client's median: ${median(resting).toFixed(2)} ms` +
      ` at rest, ${median(moving).toFixed(2)} ms during the drag (${ratio.toFixed(2)} times).`,
  );
  await page.close();
}, 120_000);
