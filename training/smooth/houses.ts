import type { Table } from "../../model/table/table";

/** Rows of a table to learn from. */
export interface Houses {
  /** That the rows are laid out by. */
  readonly table: Table;
  /** Row after row. */
  readonly rows: Float64Array;
  readonly target: Float64Array;
  /** Names of the features to learn from. */
  readonly names: readonly string[];
}

/** The values of a feature. */
export function valuesOf({ table, rows, target }: Houses, name: string): Float64Array {
  const { width } = table;
  const position = table.indexOf(name);
  return target.map((_, i) => rows[i * width + position]);
}

/** The features that are numbers, and those that are categories. */
export function kindsOfFeatures({ table, names }: Houses): { numbers: string[]; categories: string[] } {
  const isCategory = (name: string) => table.features[table.indexOf(name)].kind === "category";
  return {
    numbers: names.filter((name) => !isCategory(name)),
    categories: names.filter(isCategory),
  };
}

/** The names of the columns that tell where a house is; undefined where the table or the model has none. */
export function locationOf({ table, names }: Houses): { latitude: string; longitude: string } | undefined {
  if (!table.location) return undefined;
  const latitude = table.features[table.location.latitude].name;
  const longitude = table.features[table.location.longitude].name;
  return names.includes(latitude) && names.includes(longitude) ? { latitude, longitude } : undefined;
}
