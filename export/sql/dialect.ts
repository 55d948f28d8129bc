import type { FunctionName } from "../../model/formula/expression";
import type { ColumnKind } from "../../model/table/table-column";

/** How an engine writes what a statement needs. `dialects.ts` lists them. */
export interface Dialect {
  readonly name: string;
  identifier(name: string): string;
  text(value: string): string;
  /** A number of the engine's double precision type. */
  number(value: number): string;
  readonly functions: { readonly [name in FunctionName]: string };
  /** The text of a column of categories. */
  asText(column: string): string;
  /** The number that a column of another kind is: 0 or 1 of a boolean, days since 1970-01-01 of a date. */
  asNumber(column: string, kind: ColumnKind): string;
  /** Undefined where the engine has no lists. */
  readonly lists: Lists | undefined;
  /** Undefined where weighted sums are best written term by term. */
  readonly vectors?: Vectors;
  /** Behind an inner query, where it keeps the engine from computing its columns once for each use. */
  readonly fence: string;
}

/** Lists of numbers. */
export interface Lists {
  literal(values: Float64Array): string;
  /** An element, by its position from 0 on. */
  at(list: string, index: string): string;
  /** Where an engine takes long to read a literal: long lists are named before the statement. */
  readonly named?: {
    use(name: string): string;
    define(lists: readonly (readonly [name: string, literal: string])[]): string;
  };
}

/** Vectors of numbers that are not missing, and their dot products with numbers. */
export interface Vectors {
  of(elements: readonly string[]): string;
  dot(vector: string, weights: Float64Array): string;
}

/** As the standard quotes names, and strings by another sign: a quote within is written twice. */
export function quoteTwice(sign: '"' | "'", value: string): string {
  return sign + value.replaceAll(sign, sign + sign) + sign;
}

/** A number with an exponent, which makes it one of double precision, with all its digits. */
export function approximate(value: number): string {
  const text = value.toExponential();
  return value < 0 ? `(${text})` : text;
}
