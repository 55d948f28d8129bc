import { categoryNames, isEnum } from "../../model/table/category-names";
import { isoDate } from "../../model/table/date-format";
import type { Table } from "../../model/table/table";
import type { TableColumn } from "../../model/table/table-column";

/** A row as a client of the API writes it: each value under its API name, as a variable in JSON; missing values are left out. */
export function inputOfRow({ features, width }: Table, rows: Float64Array, offset: number): object {
  const values = rows.subarray(offset, offset + width);
  return Object.fromEntries(
    features.flatMap((column, i) =>
      Number.isNaN(values[i]) ? [] : [[column.apiName, inputOf(column, values[i])]],
    ),
  );
}

function inputOf(column: TableColumn, value: number): number | string | boolean {
  const { kind, categories = [] } = column;
  if (kind === "category") return (isEnum(column) ? categoryNames(categories) : categories)[value];
  if (kind === "date") return isoDate(value);
  return kind === "boolean" ? value === 1 : value;
}
