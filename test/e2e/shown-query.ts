import type { Page } from "playwright-core";
import type { BuiltServer } from "../support/built-server";
import { eventually } from "../support/waiting";
import { textOf } from "./open-page";

interface Answer {
  readonly predictedHousePrice: number;
  /** Of a table whose prices have a currency. */
  readonly predictedHousePriceUsd?: number;
}

/** The query that the page shows, which it folds away at first. */
export async function queryOf(page: Page): Promise<string> {
  if ((await page.locator(".query[open]").count()) === 0) await page.getByText("The query behind it").click();
  return textOf(page, ".query pre");
}

/** Runs a query that the page shows. */
export async function ask({ url }: BuiltServer, query: string): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  const { data }: { data: { predictHousePrice: Answer } } = JSON.parse(await response.text());
  return data.predictHousePrice;
}

export const dollars = (amount = Number.NaN): string =>
  amount.toLocaleString("en", { style: "currency", currency: "USD", maximumFractionDigits: 0 });

/** A price as the page writes it. */
const written = ({ predictedHousePrice, predictedHousePriceUsd }: Answer) =>
  predictedHousePriceUsd === undefined
    ? predictedHousePrice.toLocaleString("en", { maximumSignificantDigits: 5 })
    : dollars(predictedHousePriceUsd);

/** Waits until the price on the page is the answer to the query on the page, and gives it. */
export function settledPrice(server: BuiltServer, page: Page): Promise<string> {
  return eventually(async () => {
    const price = await textOf(page, ".price");
    return price === written(await ask(server, await queryOf(page))) ? price : undefined;
  });
}
