import { currencyOf } from "./affix";
import type { ColumnProfile } from "./column-profile";
import { wordsOf } from "./words";

const CODES = new Set(Intl.supportedValuesOf("currency"));

/** The ISO 4217 code of a column's currency, from its cells or name. */
export function findCurrency(name: string, { commonestAffix }: ColumnProfile): string | undefined {
  if (commonestAffix !== undefined) return currencyOf(commonestAffix);
  const [sign] = /[€£₹₽₩₺]/.exec(name) ?? [];
  if (sign !== undefined) return currencyOf(sign);
  return wordsOf(name)
    .map((word) => word.toUpperCase())
    .find((word) => CODES.has(word) && !NO_CURRENCIES.has(word));
}

/** Codes that are also words. */
const NO_CURRENCIES = new Set(["ALL", "TOP", "TRY", "GEL", "LAK"]);

export function isCurrencyCode(code: string): boolean {
  return CODES.has(code);
}

/** Currency name for amounts: "Australian dollars". */
export function currencyName(code: string): string {
  const parts = new Intl.NumberFormat("en", {
    style: "currency",
    currency: code,
    currencyDisplay: "name",
  }).formatToParts(2);
  return parts.find(({ type }) => type === "currency")?.value ?? code;
}
