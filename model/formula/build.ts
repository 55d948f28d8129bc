import type { Condition, Expression, FunctionName, WeightedTerm } from "./expression";

export function number(value: number): Expression {
  return { op: "number", value };
}

/** constant + Σ terms */
export function sum(terms: readonly Expression[], constant = 0): Expression {
  return weightedSum(
    terms.map((term) => ({ weight: 1, term })),
    constant,
  );
}

/** constant + Σ weight · term; terms without weight are left out. */
export function weightedSum(terms: readonly WeightedTerm[], constant = 0): Expression {
  return { op: "sum", constant, terms: terms.filter(({ weight }) => weight !== 0) };
}

/** of · factor + constant */
export function affine(of: Expression, factor: number, constant = 0): Expression {
  return weightedSum([{ weight: factor, term: of }], constant);
}

export function product(one: Expression, other: Expression): Expression {
  return { op: "product", factors: [one, other] };
}

export function quotient(of: Expression, by: Expression): Expression {
  return { op: "quotient", of, by };
}

export function apply(op: FunctionName, of: Expression): Expression {
  return { op, of };
}

export function clipped(of: Expression, min: number, max: number): Expression {
  return min === -Infinity && max === Infinity ? of : { op: "clip", of, min, max };
}

export function choose(condition: Condition, yes: Expression, no: Expression): Expression {
  return { op: "choose", condition, yes, no };
}

export function isMissing(of: Expression): Condition {
  return { test: "missing", of };
}

/** One object a feature, so that writers know that it is the same. */
export function featureReader(): (position: number) => Expression {
  const known = new Map<number, Expression>();
  return (position) => {
    const feature = known.get(position) ?? { op: "feature", position };
    known.set(position, feature);
    return feature;
  };
}
