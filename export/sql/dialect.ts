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
  /** An element of a list, by its position from 0 on; undefined where the engine has no lists. */
  readonly lookup: ((values: Float64Array, index: string) => string) | undefined;
  /** Behind an inner query, where it keeps the engine from computing its columns once for each use. */
  readonly fence: string;
}

/** As the standard quotes names, and strings by another sign: a quote within is written twice. */
export function quoteTwice(sign: '"' | "'", value: string): string {
  return sign + value.replaceAll(sign, sign + sign) + sign;
}

/** A number with an exponent, which makes it one of double precision, with all its digits. */
export function approximate(value: number): string {
  const text = value.toExponential();
  return value < 0 || Object.is(value, -0) ? `(${text})` : text;
}
