import type { Table } from "../model/table/table";

/** The currency of a table's target. */
export interface Currency {
  /** ISO 4217 code. */
  readonly code: string;
  /** What names of fields end in that hold amounts of it: `Usd`. */
  readonly suffix: string;
  /** Its name in the plural: "US dollars". */
  readonly name: string;
  /** Units of it in one unit of the target. */
  readonly scale: number;
}

/** How descriptions speak of a table's target. */
export interface TargetWords {
  readonly label: string;
  /** The unit of predictions. */
  readonly unit: string;
  /** Undefined for a target that is not money. */
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

/** The English name, as it stands behind an amount. */
function nameOf(code: string): string {
  const format = new Intl.NumberFormat("en", { style: "currency", currency: code, currencyDisplay: "name" });
  return format.formatToParts(2).find(({ type }) => type === "currency")?.value ?? code;
}

function unitOf({ name, scale }: Currency): string {
  return scale === 1 ? name : `${scale.toLocaleString("en")} ${name}`;
}
