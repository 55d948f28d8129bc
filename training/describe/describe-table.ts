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

/** What was found in a table. */
export interface TableDescription {
  /** Path of the file. */
  readonly file: string;
  readonly rows: number;
  readonly schema: TableSchema;
  /** The columns of the schema's fields, in their order. */
  readonly columns: readonly DecidedColumn[];
  /** What is odd about it, in sentences. */
  readonly warnings: readonly string[];
}

/**
 * Infers the schema of a table from its file.
 *
 * @throws HousePriceError DATA_UNREADABLE; COLUMNS_MISSING where an option names no column; DATA_INVALID with line and
 * column of what is wrong; DATA_AMBIGUOUS where an option must say how cells are meant
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
