import { registerEnumType } from "type-graphql";
import { categoryNames, MAX_ENUM_VALUES } from "../model/table/category-names";
import type { Table } from "../model/table/table";
import type { TableColumn } from "../model/table/table-column";

/** An enum as type-graphql reads it: the position of each category by its name in GraphQL. */
export type CategoryEnum = Readonly<Record<string, number>>;

/** The enum of each column that has one. */
export type CategoryEnums = ReadonlyMap<TableColumn, CategoryEnum>;

/** Whether the values of a column are those of an enum. */
export function isEnum({ kind, categories }: TableColumn): boolean {
  return kind === "category" && categories !== undefined && categories.length <= MAX_ENUM_VALUES;
}

/** Defines the enums of a table's columns. */
export function defineCategoryEnums({ features }: Table): CategoryEnums {
  const names = new Set<string>();
  const enums = new Map<TableColumn, CategoryEnum>();
  for (const column of features) {
    const { categories, apiName } = column;
    if (!categories || !isEnum(column)) continue;
    const values = categoryNames(categories);
    const categoryEnum = Object.fromEntries(values.map((value, position) => [value, position]));
    registerEnumType(categoryEnum, {
      name: uniqueName(`${inPascalCase(apiName)}Category`, names),
      description: `The categories of \`${apiName}\`. The description of each value is its text in the data.`,
      valuesConfig: Object.fromEntries(values.map((value, i) => [value, { description: categories[i] }])),
    });
    enums.set(column, categoryEnum);
  }
  return enums;
}

/** `houseStyle` and `house_style` are `HouseStyle`; `_1st` is `_1st`. */
function inPascalCase(apiName: string): string {
  const joined = apiName
    .split("_")
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");
  return /^\d/.test(joined) ? `_${joined}` : joined;
}

function uniqueName(name: string, taken: Set<string>): string {
  let unique = name;
  for (let n = 2; taken.has(unique); n++) unique = `${name}${n}`;
  taken.add(unique);
  return unique;
}
