import { registerEnumType } from "type-graphql";
import { categoryNames, isEnum } from "../model/table/category-names";
import type { Table } from "../model/table/table";
import type { TableColumn } from "../model/table/table-column";

/** Position of each category by its GraphQL name. */
export type CategoryEnum = Readonly<Record<string, number>>;

export type CategoryEnums = ReadonlyMap<TableColumn, CategoryEnum>;

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

/** `houseStyle` and `house_style` become `HouseStyle`; `_1st` stays. */
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
