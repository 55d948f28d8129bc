import type { Table } from "../../model/table/table";
import { currencyName } from "../describe/currency";

/** The target's unit in words: "1,000 euros". */
export function unitOf({ target: { unit, currency, scale, name } }: Table): string {
  if (unit !== undefined) return unit;
  if (currency === undefined) return `units of ${name}`;
  return scale === 1 ? currencyName(currency) : `${scale.toLocaleString("en-US")} ${currencyName(currency)}`;
}

/** A short amount in the target's unit, for labels. */
export function shortAmount(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e6) return `${Number((value / 1e6).toPrecision(3))}M`;
  if (size >= 1e4) return `${Math.round(value / 1e3)}k`;
  if (size >= 100) return Math.round(value).toLocaleString("en-US");
  return value.toFixed(2);
}

/** Tick format of an axis or a legend up to `largest`: thousands as k if numbers would be long. */
export function shortTicks(largest: number): { readonly format?: string } {
  return Math.abs(largest) >= 10_000 ? { format: "~s" } : {};
}

export function errorAmount(value: number): string {
  return Math.abs(value) >= 1000 ? Math.round(value).toLocaleString("en-US") : value.toFixed(4);
}
