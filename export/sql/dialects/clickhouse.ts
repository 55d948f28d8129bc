import type { Dialect } from "../dialect";
import { ansi } from "./ansi";

/** ClickHouse, from version 18.16 on. */
export const clickhouse: Dialect = {
  ...ansi,
  name: "clickhouse",
  identifier: (name) => `\`${name.replaceAll("\\", "\\\\").replaceAll("`", "\\`")}\``,
  text: (value) => `'${value.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`,
  functions: { exp: "exp", log: "log", sqrt: "sqrt", floor: "floor" },
  asText: (column) => `toString(${column})`,
  asNumber: (column) => `toFloat64(${column})`,
  lists: {
    literal: (values) => `[${values.join(",")}]`,
    at: (list, index) => `arrayElement(${list}, toInt32(assumeNotNull(${index})) + 1)`,
  },
};
