import { FALSE_VALUES, TRUE_VALUES } from "../../../model/table/cell-types";
import { type CellType, NUMBER } from "../../../model/table/column";
import { compileDateFormat, ISO_DATE } from "../../../model/table/date-format";
import type { TableColumn } from "../../../model/table/table-column";

const ISO_LENGTH = "2026-01-01".length;

/**
 * A column as its cells are read where a Parquet file has typed values in it, whatever the format of the table's CSV file: numbers with
 * a point, dates as in ISO 8601 and perhaps with a time, `true` and `false`.
 */
export function asTyped(column: TableColumn): TableColumn {
  const parse = parserOf(column);
  if (!parse) return column;
  const { type, missingValues = new Set<string>() } = column;
  const typed: CellType = {
    ...type,
    parse: (text) => (missingValues.has(text) ? Number.NaN : parse(text)),
  };
  return { ...column, type: typed };
}

function parserOf({ kind }: TableColumn): ((text: string) => number) | undefined {
  switch (kind) {
    case "number":
      return NUMBER.parse;
    case "integer":
      return (text) => {
        const value = NUMBER.parse(text);
        return Number.isInteger(value) ? value : Number.NaN;
      };
    case "date": {
      const iso = compileDateFormat(ISO_DATE);
      return (text) => iso?.parse(text.slice(0, ISO_LENGTH)) ?? Number.NaN;
    }
    case "boolean":
      return (text) => (TRUE_VALUES.includes(text) ? 1 : FALSE_VALUES.includes(text) ? 0 : Number.NaN);
    default:
      return undefined;
  }
}
