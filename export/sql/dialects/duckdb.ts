import type { Dialect } from "../dialect";
import { ansi } from "./ansi";

/** DuckDB 1.0 and later. */
export const duckdb: Dialect = {
  ...ansi,
  name: "duckdb",
  asText: (column) => `CAST(${column} AS VARCHAR)`,
  lists: {
    // A list as a text is read far sooner than one of expressions.
    literal: (values) => `CAST('[${values.join(",")}]' AS DOUBLE[])`,
    at: (list, index) => `${list}[CAST(${index} AS INTEGER) + 1]`,
    named: {
      use: (name) => `(SELECT ${name} FROM hp_lists)`,
      define: (lists) => {
        const columns = lists.map(([name, literal]) => `${literal} AS ${name}`);
        return `WITH hp_lists AS MATERIALIZED (SELECT ${columns.join(", ")})\n`;
      },
    },
  },
  // A function over an array takes a fraction of the time of as many products and sums of columns. array_value would be slow.
  vectors: {
    of: (elements) => `CAST([${elements.join(", ")}] AS DOUBLE[${elements.length}])`,
    dot: (vector, weights) =>
      `array_inner_product(${vector}, CAST('[${weights.join(",")}]' AS DOUBLE[${weights.length}]))`,
  },
};
