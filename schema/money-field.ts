import { Field, Float } from "type-graphql";
import type { TargetWords } from "./target-words";

/**
 * Adds a field with the same amount in the table's currency, such as `lowerUsd` beside `lower`. Does nothing if the target has no
 * currency.
 *
 * @param what - the amount, as the beginning of a description
 */
export function addMoneyField<Key extends string>(
  { prototype }: { readonly prototype: { readonly [key in Key]: number } },
  key: Key,
  { currency }: TargetWords,
  what: string,
): void {
  if (!currency) return;
  const { suffix, name, scale } = currency;
  const moneyKey = key + suffix;
  Object.defineProperty(prototype, moneyKey, {
    get(this: { readonly [key in Key]: number }) {
      return this[key] * scale;
    },
  });
  Field(() => Float, { description: `${what}, in ${name}.` })(prototype, moneyKey);
}
