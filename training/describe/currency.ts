import { currencyOf } from "./affix";
import type { ColumnProfile } from "./column-profile";
import { wordsOf } from "./words";

const CODES = new Set(Intl.supportedValuesOf("currency"));

/** The ISO 4217 code of a column's currency, where a sign in its cells or its name tells it. */
export function findCurrency(name: string, { commonestAffix }: ColumnProfile): string | undefined {
  if (commonestAffix !== undefined) return currencyOf(commonestAffix);
  const [sign] = /[€£₹₽₩₺]/.exec(name) ?? [];
  if (sign !== undefined) return currencyOf(sign);
  return wordsOf(name)
    .map((word) => word.toUpperCase())
    .find((word) => CODES.has(word) && !NO_CURRENCIES.has(word));
}

/** Codes that are words, too. */
const NO_CURRENCIES = new Set(["ALL", "TOP", "TRY", "GEL", "LAK"]);

/** Whether there is a currency of that code. */
export function isCurrencyCode(code: string): boolean {
  return CODES.has(code);
}

/** The name of a currency for amounts: "Australian dollars". */
export function currencyName(code: string): string {
  const parts = new Intl.NumberFormat("en", {
    style: "currency",
    currency: code,
    currencyDisplay: "name",
  }).formatToParts(2);
  return parts.find(({ type }) => type === "currency")?.value ?? code;
}
