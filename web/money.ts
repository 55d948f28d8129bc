import type { PageModelsQuery } from "./gql/graphql";

/** What the models predict. */
export type Target = PageModelsQuery["models"][number]["target"];

/** Writes an amount of the target: in its currency, or else in its unit. */
export function amountOf({ currency, scale, unit, label }: Target, value: number, signed = false): string {
  const signDisplay = signed ? "exceptZero" : "auto";
  if (currency) {
    const options = { style: "currency", currency, maximumFractionDigits: 0, signDisplay } as const;
    return (value * scale).toLocaleString("en", options);
  }
  const number = value.toLocaleString("en", { maximumSignificantDigits: 5, signDisplay });
  // What the API says of a table that gives no unit.
  return unit === `the unit of ${label}` ? number : `${number} ${unit}`;
}
