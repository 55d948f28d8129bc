import type { TableSchema } from "../../model/table/schema-format";
import { columnsOf } from "../../model/table/table-column";
import { type DecidedColumn, decideColumns } from "./decided-column";
import { examineColumns } from "./examined-column";
import { findGiveaways } from "./giveaways";
import { findCurrencyGap, findOddities, findRowOddity } from "./oddities";
import type { DescribeOptions } from "./options";
import { refuseDefects } from "./refusals";
import { scanFile } from "./scan";
import { toSchema } from "./to-schema";

export interface TableDescription {
  readonly file: string;
  readonly rows: number;
  readonly schema: TableSchema;
  /** In the order of the schema's fields. */
  readonly columns: readonly DecidedColumn[];
  readonly warnings: readonly string[];
}

/**
 * Infers the schema of a table from its file.
 *
 * @throws HousePriceError DATA_UNREADABLE; COLUMNS_MISSING if an option names an unknown column; DATA_INVALID with line and column;
 *   DATA_AMBIGUOUS if an option must resolve an ambiguity
 */
export async function describeTable(path: string, options: DescribeOptions): Promise<TableDescription> {
  const scan = await scanFile(path, options.delimiter, new Set(options.missing));
  const { file, rows } = scan;
  const { columns, locationProblem } = decideColumns(examineColumns(scan, options), scan);
  const used = columns.filter(({ role }) => role !== "ignored");
  refuseDefects(used, file);
  const schema = toSchema(scan, columns, options.currency);
  const warnings = [
    findRowOddity(rows),
    locationProblem,
    ...used.flatMap((column) => findOddities(column, rows)),
    ...findGiveaways(scan, columnsOf(schema)),
    findCurrencyGap(schema),
  ];
  return { file, rows, schema, columns, warnings: warnings.filter((warning) => warning !== undefined) };
}
