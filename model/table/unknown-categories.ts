import { MAX_ENUM_VALUES } from "./category-names";
import { isMissing } from "./column";
import { UNKNOWN_CATEGORY } from "./raw-value";
import type { TableColumn } from "./table-column";

/** Whether inputs may have any text in this column; an unknown category is then a warning, not an error. */
export function takesAnyText({ categories = [] }: TableColumn): boolean {
  return categories.length > MAX_ENUM_VALUES;
}

/** The column with a parser for inputs: one that accepts any text has a value for each. */
export function forQuestions(column: TableColumn): TableColumn {
  if (!takesAnyText(column)) return column;
  const { type } = column;
  const parse = (cell: string) => {
    const position = type.parse(cell);
    return Number.isNaN(position) && !isMissing(column, cell.trim()) ? UNKNOWN_CATEGORY : position;
  };
  return { ...column, type: { ...type, parse } };
}
