import type { Dialect } from "../dialect";
import { ansi } from "./ansi";

/** DuckDB 1.0 and later. */
export const duckdb: Dialect = {
  ...ansi,
  name: "duckdb",
  asText: (column) => `CAST(${column} AS VARCHAR)`,
  // A list as a text is read far sooner than one of expressions, and once for a statement.
  lookup: (values, index) => `CAST('[${values.join(",")}]' AS DOUBLE[])[CAST(${index} AS INTEGER) + 1]`,
};
