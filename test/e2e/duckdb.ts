import { programOf } from "../../export/program";
import type { Dialect } from "../../export/sql/dialect";
import { writeStatement } from "../../export/sql/statement";
import type { Model } from "../../model/model";
import type { ExportedAnswer } from "../support/exported-answers";
import { sqlColumns, sqlLiteral, sqlRow } from "../support/sql-values";
import { requireEngine } from "./engines";

/** What is used of `@duckdb/node-api`. */
interface DuckDb {
  readonly DuckDBInstance: {
    create(path: string, options: { readonly threads: string }): Promise<Instance>;
  };
}

interface Instance {
  connect(): Promise<Connection>;
  closeSync(): void;
}

interface Connection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRows(): unknown[][] }>;
  closeSync(): void;
}

/** What DuckDB answers by the exported statement, with contributions, for rows of the model's table. */
export async function askDuckDb(
  model: Model,
  rows: Float64Array,
  dialect: Dialect,
  coverage = 0.9,
): Promise<ExportedAnswer[]> {
  const { DuckDBInstance }: DuckDb = requireEngine("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
  const connection = await instance.connect();
  try {
    const name = 'houses of "here"';
    const from = dialect.identifier(name);
    const { width } = model.table;
    await connection.run(`CREATE TABLE ${from} (${sqlColumns(model, dialect.identifier)})`);
    const count = rows.length / width;
    for (let first = 0; first < count; first += 500) {
      const values = Array.from({ length: Math.min(500, count - first) }, (_, i) =>
        [first + i, ...sqlRow(model, rows, (first + i) * width)].map(sqlLiteral).join(", "),
      );
      await connection.run(`INSERT INTO ${from} VALUES (${values.join("), (")})`);
    }
    const statement = writeStatement(programOf(model, coverage), model.table, {
      dialect,
      from: name,
      columns: ["hp_row"],
      contributions: true,
    });
    const reader = await connection.runAndReadAll(`${statement.replace(/;\s*$/, "")} ORDER BY hp_row`);
    return reader.getRows().map(([, price, lower, upper, ...contributions]) => ({
      price: toNumber(price),
      lower: toNumber(lower),
      upper: toNumber(upper),
      contributions: contributions.map(toNumber),
    }));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function toNumber(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}
