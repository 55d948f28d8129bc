import type { Page } from "playwright-core";
import { textOf } from "./open-page";

/** What happened on the page of California's houses, in order; `at` is in milliseconds. */
export type PageEvent =
  | { readonly kind: "asked"; readonly income: number; readonly at: number }
  | { readonly kind: "answered"; readonly status: number; readonly price: number }
  | { readonly kind: "shown"; readonly text: string }
  | { readonly kind: "batch"; readonly query: string; readonly rows: number; readonly at: number };

/** Runs before the page's own script: notes what it asks, what it is answered, and what it then shows. */
const RECORDER = `
  window.pageEvents = [];
  const send = window.fetch;
  window.fetch = async (address, options) => {
    const { query, variables } = JSON.parse(options?.body ?? "{}");
    if (variables?.inputs) {
      const name = /query (\\w+)/.exec(query)[1];
      window.pageEvents.push({ kind: "batch", query: name, rows: variables.inputs.length, at: performance.now() });
    }
    if (!query?.includes("query Price(")) return send(address, options);
    window.pageEvents.push({ kind: "asked", income: variables.input.medInc, at: performance.now() });
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

/** Notes what happens on a page that is not open yet. */
export const recordEvents = (page: Page) => page.addInitScript(RECORDER);

/** What has happened so far. */
export async function eventsOf(page: Page): Promise<PageEvent[]> {
  return JSON.parse(await page.evaluate("JSON.stringify(pageEvents)"));
}

/** A price as the page shows it. */
export const dollars = (price: number) =>
  (price * 100_000).toLocaleString("en", { style: "currency", currency: "USD", maximumFractionDigits: 0 });

/** What has happened, once the page shows the price of the value in the field; until then, undefined. */
export async function eventsAtRest(page: Page, income: number): Promise<PageEvent[] | undefined> {
  const events = await eventsOf(page);
  const asked = events.findLast((event) => event.kind === "asked");
  const answered = events.findLast((event) => event.kind === "answered");
  const isAnswered = events.filter(({ kind }) => kind === "asked" || kind === "answered").at(-1) === answered;
  const isShown = (await textOf(page, ".price")) === dollars(answered?.price ?? Number.NaN);
  return isAnswered && isShown && asked?.income === income ? events : undefined;
}
