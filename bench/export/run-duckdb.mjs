/** Runs a file of SQL in DuckDB with all cores: `node bench/export/run-duckdb.mjs FILE`. */
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { requireEngine } from "./engines.mjs";

const { DuckDBInstance } = requireEngine("@duckdb/node-api");
const threads = String(availableParallelism());
const instance = await DuckDBInstance.create(":memory:", { threads, memory_limit: "4GB" });
const connection = await instance.connect();
await connection.run(readFileSync(process.argv[2], "utf8"));
connection.closeSync();
instance.closeSync();
