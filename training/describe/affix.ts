/** Currencies by the signs and codes beside amounts; a plain "$" may be any dollar. */
const CURRENCIES: readonly [affix: RegExp, code: string | undefined][] = [
  [/^(?:us ?\$|usd)$/i, "USD"],
  [/^(?:au?\$|aud)$/i, "AUD"],
  [/^(?:ca?\$|cad)$/i, "CAD"],
  [/^(?:nz\$|nzd)$/i, "NZD"],
  [/^(?:€|eur|euro)$/i, "EUR"],
  [/^(?:£|gbp)$/i, "GBP"],
  [/^(?:chf|sfr\.?)$/i, "CHF"],
  [/^(?:₹|inr|rs\.?)$/i, "INR"],
  [/^(?:zł|pln)$/i, "PLN"],
  [/^(?:r\$|brl)$/i, "BRL"],
  [/^(?:₽|rub)$/i, "RUB"],
  [/^(?:₩|krw)$/i, "KRW"],
  [/^(?:₺|try)$/i, "TRY"],
  [/^(?:sek|nok|dkk|czk|huf|jpy|cny|zar|mxn|sgd|hkd|ils|aed)$/i, undefined],
  [/^\$$/, undefined],
  [/^¥$/, undefined],
];

const UNIT =
  /^(?:%|‰|m|m2|m²|qm|km|km2|km²|ha|ft|ft2|ft²|sq\.? ?ft\.?|sqft|sq\.? ?m\.?|sqm|sf|ac|acres?|mi|miles?|yrs?|years?|rooms?|beds?|°)$/i;

/** A number with affixes: "$ 1,200.50", "85 m²", "-€5". */
const PARTS =
  /^([-+]?)\s*([^\d\s.,+-][^\d.,+-]{0,7})?\s*([-+]?(?:\d|[.,]\d)[\d.,'’_ \u00a0\u2009\u202f]*?)\s*([^\d\s.,][^,]{0,7})?$/;

const LONGEST = 60;

export interface Amount {
  readonly number: string;
  readonly affix: string;
}

/** Splits a number from a known currency or unit; otherwise undefined. */
export function splitAmount(text: string): Amount | undefined {
  if (text.length > LONGEST) return undefined;
  const match = PARTS.exec(text);
  if (!match) return undefined;
  const [, sign, before = "", number, after = ""] = match;
  const isKnown = before === "" ? isCurrency(after) || UNIT.test(after) : isCurrency(before) && after === "";
  if (!isKnown) return undefined;
  return { number: sign + number, affix: (before || after).trim() };
}

/** ISO 4217 code, if the affix is unambiguous. */
export function currencyOf(affix: string): string | undefined {
  const found = CURRENCIES.find(([pattern]) => pattern.test(affix));
  return found?.[1] ?? (found && /^[a-z]{3}$/i.test(affix) ? affix.toUpperCase() : undefined);
}

export function isCurrency(affix: string): boolean {
  return CURRENCIES.some(([pattern]) => pattern.test(affix.trim()));
}
