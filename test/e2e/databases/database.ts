import { programOf } from "../../../export/program";
import type { Dialect } from "../../../export/sql/dialect";
import { writeStatement } from "../../../export/sql/statement";
import type { Model } from "../../../model/model";
import type { ColumnKind } from "../../../model/table/table-column";
import type { ExportedAnswer } from "../../support/exported-answers";
import { type SqlValue, sqlRow } from "../../support/sql-values";

/** A database that runs for the tests alone. */
export interface Database {
  readonly dialect: Dialect;
  /** Creates a table and fills it; an earlier one of the same name is dropped. */
  fill(table: DatabaseTable): Promise<void>;
  /** The rows of a query without a semicolon, in its order. */
  query(sql: string): Promise<(number | null)[][]>;
  close(): Promise<void>;
}

export interface DatabaseTable {
  readonly name: string;
  readonly columns: readonly DatabaseColumn[];
  readonly rows: readonly (readonly SqlValue[])[];
}

export interface DatabaseColumn {
  readonly name: string;
  readonly kind: ColumnKind;
}

/** Name of the column with the number of each row. */
const ROW = "hp_row";

/** What the exported statement answers, with contributions, for rows of the model's table. */
export function askForRows(
  database: Database,
  model: Model,
  rows: Float64Array,
  { dialect = database.dialect, coverage = 0.9 } = {},
): Promise<ExportedAnswer[]> {
  const { width } = model.table;
  const values = Array.from({ length: rows.length / width }, (_, i) => sqlRow(model, rows, i * width));
  return askForValues(database, model, values, { dialect, coverage });
}

/** The same for rows as a database has them: with any text as a category. */
export async function askForValues(
  database: Database,
  model: Model,
  values: readonly (readonly SqlValue[])[],
  { dialect = database.dialect, coverage = 0.9 } = {},
): Promise<ExportedAnswer[]> {
  const { table, file } = model;
  const name = 'houses of "here"';
  const features = file.features.map((feature) => table.features[table.indexOf(feature.name)]);
  await database.fill({
    name,
    columns: [{ name: ROW, kind: "number" }, ...features],
    rows: values.map((row, i) => [i, ...row]),
  });
  const statement = writeStatement(programOf(model, coverage), table, {
    dialect,
    from: name,
    columns: [ROW],
    contributions: true,
  });
  const query = `${statement.replace(/;\s*$/, "")} ORDER BY ${ROW}`;
  const answers = await database.query(query);
  return answers.map(([, price, lower, upper, ...contributions]) => ({ price, lower, upper, contributions }));
}
