import type { TableColumn } from "../../model/table/table-column";
import { columnOf, type TrainingTable } from "../training-table";

export function valuesOf(houses: TrainingTable, name: string): Float64Array {
  return columnOf(houses, houses.table.indexOf(name));
}

/** Names of the numeric and of the categorical features. */
export function namesByKind({ table, features }: TrainingTable): { numbers: string[]; categories: string[] } {
  const columns = Array.from(features, (position) => table.features[position]);
  const isCategory = ({ kind }: TableColumn) => kind === "category";
  return {
    numbers: columns.filter((column) => !isCategory(column)).map(({ name }) => name),
    categories: columns.filter(isCategory).map(({ name }) => name),
  };
}
