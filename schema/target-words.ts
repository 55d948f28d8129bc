import type { Table } from "../model/table/table";

export interface Currency {
  /** ISO 4217 code. */
  readonly code: string;
  /** Suffix of field names: `Usd`. */
  readonly suffix: string;
  /** Plural name: "US dollars". */
  readonly name: string;
  /** Currency units per unit of the target. */
  readonly scale: number;
}

/** Words for descriptions of a table's target. */
export interface TargetWords {
  readonly label: string;
  readonly unit: string;
  /** Undefined if the target has no currency. */
  readonly currency: Currency | undefined;
}

export function targetWordsOf({ target: { label, unit, currency: code, scale } }: Table): TargetWords {
  const currency = code === undefined ? undefined : currencyOf(code, scale);
  return { label, unit: unit ?? (currency ? unitOf(currency) : `the unit of ${label}`), currency };
}

function currencyOf(code: string, scale: number): Currency {
  const suffix = code[0] + code.slice(1).toLowerCase();
  return { code, suffix, name: nameOf(code), scale };
}

/** The English name, as used after an amount. */
function nameOf(code: string): string {
  const format = new Intl.NumberFormat("en", { style: "currency", currency: code, currencyDisplay: "name" });
  return format.formatToParts(2).find(({ type }) => type === "currency")?.value ?? code;
}

function unitOf({ name, scale }: Currency): string {
  return scale === 1 ? name : `${scale.toLocaleString("en")} ${name}`;
}
