import type { Dialect } from "../dialect";
import { ansi } from "./ansi";

/** PostgreSQL. */
export const postgresql: Dialect = {
  ...ansi,
  name: "postgresql",
  // A number with an exponent alone is of arbitrary precision there.
  number: (value) => `'${value}'::float8`,
  // A backslash means itself, whatever the server's settings.
  text: (value) =>
    value.includes("\\") ? `E${ansi.text(value.replaceAll("\\", "\\\\"))}` : ansi.text(value),
  asText: (column) => `CAST(${column} AS TEXT)`,
  lists: {
    literal: (values) => `('{${values.join(",")}}'::float8[])`,
    at: (list, index) => `${list}[CAST(${index} AS INTEGER) + 1]`,
  },
  fence: " OFFSET 0",
};
