import { apply, choose, clipped, isMissing, number, weightedSum } from "../formula/build";
import type { Expression } from "../formula/expression";
import { clip } from "../range";
import type { Table } from "../table/table";
import type { FeatureSpread } from "./feature-spread";

/** The formula of `FeatureSpreadFunction`. */
export function featureSpreadFormula(
  { intercept, terms }: FeatureSpread,
  table: Table,
  feature: (position: number) => Expression,
): Expression {
  const weighted = terms.map(({ feature: name, coefficient, min, max, absent = (min + max) / 2 }) => {
    const value = feature(table.indexOf(name));
    const present = clipped(value, min, max);
    const replaced = clip(absent, min, max);
    return { weight: coefficient, term: choose(isMissing(value), number(replaced), present) };
  });
  return apply("exp", weightedSum(weighted, intercept));
}
