import type { TableColumn } from "../../model/table/table-column";
import { columnOf, type TrainingTable } from "../training-table";

/** The values of a feature; `NaN` where a row has none. */
export function valuesOf(houses: TrainingTable, name: string): Float64Array {
  return columnOf(houses, houses.table.indexOf(name));
}

/** The names of the features to learn from that are numbers, and of those that are categories. */
export function namesByKind({ table, features }: TrainingTable): { numbers: string[]; categories: string[] } {
  const columns = Array.from(features, (position) => table.features[position]);
  const isCategory = ({ kind }: TableColumn) => kind === "category";
  return {
    numbers: columns.filter((column) => !isCategory(column)).map(({ name }) => name),
    categories: columns.filter(isCategory).map(({ name }) => name),
  };
}
