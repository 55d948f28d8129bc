import { approximate, type Dialect, quoteTwice } from "../dialect";

/** Standard SQL, without lists. */
export const ansi: Dialect = {
  name: "ansi",
  identifier: (name) => quoteTwice('"', name),
  text: (value) => quoteTwice("'", value),
  number: approximate,
  functions: { exp: "EXP", log: "LN", sqrt: "SQRT", floor: "FLOOR" },
  asText: (column) => column,
  asNumber: (column, kind) => {
    if (kind === "boolean") return `CASE WHEN ${column} THEN 1E0 WHEN NOT ${column} THEN 0E0 END`;
    if (kind === "date") return `CAST(${column} - DATE '1970-01-01' AS DOUBLE PRECISION)`;
    return `CAST(${column} AS DOUBLE PRECISION)`;
  },
  lists: undefined,
  fence: "",
};
