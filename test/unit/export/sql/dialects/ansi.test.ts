import { ansi } from "../../../../../export/sql/dialects/ansi";

describe("standard SQL", () => {
  it.each([
    ["boolean", "CASE WHEN c THEN 1E0 WHEN NOT c THEN 0E0 END"],
    ["date", "CAST(c - DATE '1970-01-01' AS DOUBLE PRECISION)"],
    ["number", "CAST(c AS DOUBLE PRECISION)"],
    ["integer", "CAST(c AS DOUBLE PRECISION)"],
    ["year", "CAST(c AS DOUBLE PRECISION)"],
  ] as const)("has the number of a column of the kind %s", (kind, text) => {
    expect(ansi.asNumber("c", kind)).toBe(text);
  });

  it("quotes names and texts, and takes a column of texts as it is", () => {
    expect([ansi.identifier('a"b'), ansi.text("a'b"), ansi.asText("c")]).toEqual(['"a""b"', "'a''b'", "c"]);
    expect(ansi.number(-2.5)).toBe("(-2.5e+0)");
  });

  it("has no lists, no vectors and no fence", () => {
    expect([ansi.lists, ansi.vectors, ansi.fence]).toEqual([undefined, undefined, ""]);
    expect(ansi.functions).toEqual({ exp: "EXP", log: "LN", sqrt: "SQRT", floor: "FLOOR" });
  });
});
