import { postgresql } from "../../../../../export/sql/dialects/postgresql";

describe("PostgreSQL", () => {
  it.each([
    ["Saint Anne's", "'Saint Anne''s'"],
    ["a\\b", "E'a\\\\b'"],
    ["a\\'b", "E'a\\\\''b'"],
    ["", "''"],
  ])("has the text %j as %s", (text, quoted) => {
    expect(postgresql.text(text)).toBe(quoted);
  });

  it("has numbers of double precision, also in lists", () => {
    expect(postgresql.number(-1.5)).toBe("'-1.5'::float8");
    expect(postgresql.lists?.literal(Float64Array.of(1, -2.5))).toBe("('{1,-2.5}'::float8[])");
    expect(postgresql.lists?.at("l", "i")).toBe("l[CAST(i AS INTEGER) + 1]");
    expect(postgresql.lists?.named).toBeUndefined();
  });

  it("keeps inner queries apart, and compares categories as texts", () => {
    expect(postgresql.fence).toBe(" OFFSET 0");
    expect(postgresql.asText("c")).toBe("CAST(c AS TEXT)");
    expect(postgresql.identifier('a"b')).toBe('"a""b"');
  });
});
