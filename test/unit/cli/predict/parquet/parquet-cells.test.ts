import type { SchemaElement } from "../../../../../cli/predict/parquet/library";
import { cellWriter, isTyped, ParquetRecord } from "../../../../../cli/predict/parquet/parquet-cells";

const column = (element: Partial<SchemaElement>): SchemaElement => ({ name: "c", ...element });
const timestamp = (unit: "MILLIS" | "MICROS" | "NANOS") =>
  column({ type: "INT64", logical_type: { type: "TIMESTAMP", isAdjustedToUTC: true, unit } });
const DATE = column({ type: "INT32", converted_type: "DATE" });
const TEXT = column({ type: "BYTE_ARRAY" });

describe("a cell of a Parquet file", () => {
  it.each<[string, SchemaElement, unknown, string]>([
    ["null", TEXT, null, ""],
    ["undefined", TEXT, undefined, ""],
    ["not a number", column({ type: "DOUBLE" }), Number.NaN, ""],
    ["a number", column({ type: "DOUBLE" }), -1.5, "-1.5"],
    ["a whole number", column({ type: "INT64" }), 12n, "12"],
    ["true", column({ type: "BOOLEAN" }), true, "true"],
    ["a text", TEXT, "Straße", "Straße"],
    ["bytes", TEXT, new TextEncoder().encode("Straße"), "Straße"],
    ["an object", TEXT, { a: 1 }, '{"a":1}'],
    ["a date", DATE, 18_000, "2019-04-14"],
    ["a date of the newer type", column({ type: "INT32", logical_type: { type: "DATE" } }), -1, "1969-12-31"],
    ["a part of a day", DATE, 0.5, "1970-01-01T12:00:00.000Z"],
    ["a date that JavaScript does not know", DATE, 2 ** 31, "Invalid Date"],
    ["milliseconds", timestamp("MILLIS"), 1500n, "1970-01-01T00:00:01.500Z"],
    ["microseconds", timestamp("MICROS"), 1_500_000n, "1970-01-01T00:00:01.500Z"],
    ["nanoseconds", timestamp("NANOS"), 1_500_000_000n, "1970-01-01T00:00:01.500Z"],
    [
      "milliseconds of the older type",
      column({ converted_type: "TIMESTAMP_MILLIS" }),
      1500n,
      "1970-01-01T00:00:01.500Z",
    ],
    [
      "microseconds of the older type",
      column({ converted_type: "TIMESTAMP_MICROS" }),
      1_500_000n,
      "1970-01-01T00:00:01.500Z",
    ],
    ["nanoseconds of old writers", column({ type: "INT96" }), 1_500_000_000n, "1970-01-01T00:00:01.500Z"],
    ["a midnight", timestamp("MILLIS"), 0n, "1970-01-01T00:00:00.000Z"],
  ])("of %s", (_what, element, value, cell) => {
    expect(cellWriter(element)(value)).toBe(cell);
  });
});

describe("a row of a Parquet file", () => {
  it("has the text of a line of CSV", () => {
    const cells = ["a", "b;c", 'd"e', ""];

    expect(new ParquetRecord(2, cells, cells, ";").text).toBe('a;"b;c";"d""e";');
    expect(new ParquetRecord(2, cells, cells, ",").text).toBe('a,b;c,"d""e",');
  });
});

it.each([
  ["BYTE_ARRAY", false],
  ["FIXED_LEN_BYTE_ARRAY", false],
  ["DOUBLE", true],
  ["INT96", true],
] as const)("the cells of a column of %s are written by this program: %s", (type, typed) => {
  expect(isTyped(column({ type }))).toBe(typed);
});
