import { duckdb as dialect } from "../../../export/sql/dialects/duckdb";
import { sqlLiteral } from "../../support/sql-values";
import { requireEngine } from "../engines";
import type { Database, DatabaseTable } from "./database";
import { createTable, standardType } from "./standard-sql";

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

/** How many rows are inserted by one statement. */
const ROWS = 500;

/** DuckDB within this process. */
export async function openDuckDb(): Promise<Database> {
  const { DuckDBInstance }: DuckDb = requireEngine("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
  const connection = await instance.connect();
  return {
    dialect,
    async fill(table: DatabaseTable) {
      const { name, rows } = table;
      await connection.run(createTable(table, dialect.identifier, standardType));
      for (let first = 0; first < rows.length; first += ROWS) {
        const values = rows
          .slice(first, first + ROWS)
          .map((row) => `(${row.map((value) => sqlLiteral(value)).join(", ")})`);
        await connection.run(`INSERT INTO ${dialect.identifier(name)} VALUES ${values.join(", ")}`);
      }
    },
    async query(sql) {
      const reader = await connection.runAndReadAll(sql);
      return reader.getRows().map((row) => row.map((cell) => (typeof cell === "number" ? cell : null)));
    },
    async close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
