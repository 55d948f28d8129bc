import type { PageColumnsQuery } from "../gql/graphql";

/** A column of the table, and what was seen of it in training. */
export type Column = PageColumnsQuery["modelInfo"]["columns"][number];

/** A value as the API takes it; null where it is not known. */
export type Value = number | string | boolean | null;

/** The values of a house, by the API names of their columns. */
export type House = Readonly<Record<string, Value>>;

/** A house as the API takes it: without what is not known. */
export type HouseInput = Readonly<Record<string, Exclude<Value, null>>>;

export function inputOf(house: House): HouseInput {
  const known = Object.entries(house).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
  return Object.fromEntries(known);
}
