import type { PageModelsQuery } from "./gql/graphql";

/** What the models predict. */
export type Target = PageModelsQuery["models"][number]["target"];

/** Writes an amount of the target: in its currency, or else in its unit. */
export function amountOf({ currency, scale, unit, label }: Target, value: number, signed = false): string {
  if (currency) return formatOf(currency, signed).format(value * scale);
  const number = formatOf(null, signed).format(value);
  // What the API says of a table that gives no unit.
  return unit === `the unit of ${label}` ? number : `${number} ${unit}`;
}

/** Making a format takes much longer than using it. */
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(currency: string | null, signed: boolean): Intl.NumberFormat {
  const key = `${currency} ${signed}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat("en", {
      signDisplay: signed ? "exceptZero" : "auto",
      ...(currency
        ? { style: "currency", currency, maximumFractionDigits: 0 }
        : { maximumSignificantDigits: 5 }),
    });
    formats.set(key, format);
  }
  return format;
}
