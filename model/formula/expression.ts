/**
 * What a model computes of one row, as a graph: engines that know nothing of our estimators can compute it as well.
 *
 * An expression that is used twice is the same object, so a writer computes it once. A missing value is contagious, as `NaN` and as
 * NULL are.
 */
export type Expression =
  | { readonly op: "number"; readonly value: number }
  /** A feature that is a number, by its position in a row of the table. */
  | { readonly op: "feature"; readonly position: number }
  /** A number for each category of a feature. */
  | CategoryExpression
  /** constant + Σ weight · term */
  | { readonly op: "sum"; readonly constant: number; readonly terms: readonly WeightedTerm[] }
  | { readonly op: "product"; readonly factors: readonly [Expression, Expression] }
  | { readonly op: "quotient"; readonly of: Expression; readonly by: Expression }
  | { readonly op: FunctionName; readonly of: Expression }
  | ClipExpression
  | ChoiceExpression
  | LookupExpression
  | RadialExpression
  | VectorExpression
  | DotExpression;

export type FunctionName = "exp" | "log" | "sqrt" | "floor";

export interface WeightedTerm {
  readonly weight: number;
  readonly term: Expression;
}

export interface CategoryExpression {
  readonly op: "category";
  /** Position of the feature in a row. */
  readonly position: number;
  /** One a category of the table. */
  readonly values: readonly number[];
  readonly missing: number;
  /** Of a category that the table does not have. */
  readonly unknown: number;
}

/** The value from `min` to `max` that is nearest. An infinite bound is none. */
export interface ClipExpression {
  readonly op: "clip";
  readonly of: Expression;
  readonly min: number;
  readonly max: number;
}

export interface ChoiceExpression {
  readonly op: "choose";
  readonly condition: Condition;
  readonly yes: Expression;
  readonly no: Expression;
}

export interface LookupExpression {
  readonly op: "lookup";
  readonly values: Float64Array;
  /** A whole number from 0 on; never missing. */
  readonly index: Expression;
  /** The same value, computed: for engines without lists. */
  readonly otherwise: Expression;
}

/** Σ weight / (1 + distance^power) over centres. */
export interface RadialExpression {
  readonly op: "radial";
  readonly point: readonly Expression[];
  /** One coordinate for each of the point's. */
  readonly centres: readonly (readonly number[])[];
  readonly weights: ArrayLike<number>;
  readonly power: 1 | 2;
}

/** Several numbers, for `dot` only. None is ever missing. */
export interface VectorExpression {
  readonly op: "vector";
  readonly elements: readonly Expression[];
}

/** Σ weight · element. The sums of a vector share it. */
export interface DotExpression {
  readonly op: "dot";
  readonly vector: VectorExpression;
  /** One an element. */
  readonly weights: Float64Array;
}

export type Condition =
  | { readonly test: "missing"; readonly of: Expression }
  | { readonly test: "missing category"; readonly position: number }
  | {
      readonly test: "below" | "above" | "at least" | "at most";
      readonly of: Expression;
      readonly limit: number;
    }
  | { readonly test: "any"; readonly of: readonly Condition[] };

/** What there is to compute of a model, before clipping, in the target's unit. */
export interface Formula {
  readonly prediction: Expression;
  /** σ, on the scale that errors are measured on. */
  readonly errorScale: Expression;
  /** One for each group of the predictor, in its order. */
  readonly contributions: readonly Expression[];
  /** The value of which a prediction has an error. */
  actualAt(prediction: Expression, error: Expression): Expression;
}

export function operandsOf(expression: Expression): readonly Expression[] {
  switch (expression.op) {
    case "number":
    case "feature":
    case "category":
      return [];
    case "sum":
      return expression.terms.map(({ term }) => term);
    case "product":
      return expression.factors;
    case "quotient":
      return [expression.of, expression.by];
    case "choose":
      return [...operandsOfCondition(expression.condition), expression.yes, expression.no];
    case "lookup":
      return [expression.index];
    case "radial":
      return expression.point;
    case "vector":
      return expression.elements;
    case "dot":
      return [expression.vector];
    default:
      return [expression.of];
  }
}

function operandsOfCondition(condition: Condition): readonly Expression[] {
  if (condition.test === "any") return condition.of.flatMap(operandsOfCondition);
  return condition.test === "missing category" ? [] : [condition.of];
}

/** The terms of a dot product that have a weight. */
export function termsOf({ vector, weights }: DotExpression): readonly WeightedTerm[] {
  return vector.elements
    .map((term, i) => ({ weight: weights[i], term }))
    .filter(({ weight }) => weight !== 0);
}
