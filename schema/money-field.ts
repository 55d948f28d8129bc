import { Field, Float } from "type-graphql";
import type { TargetWords } from "./target-words";

/**
 * Adds to a class, beside a field in the target's unit, one with the same amount in the table's currency: `lowerUsd` beside `lower`.
 * A target that is not money has no such field.
 *
 * @param what - the amount in words, as descriptions begin
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
