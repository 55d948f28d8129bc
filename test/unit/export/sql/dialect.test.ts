import fc from "fast-check";
import { approximate, quoteTwice } from "../../../../export/sql/dialect";

describe("a quoted name or text", () => {
  it.each([
    ['"', "a", '"a"'],
    ['"', 'a"b""', '"a""b"""""'],
    ["'", `it's "so"`, `'it''s "so"'`],
    ["'", "", "''"],
  ] as const)("in %s of %s is %s", (sign, value, quoted) => {
    expect(quoteTwice(sign, value)).toBe(quoted);
  });
});

describe("a number of double precision", () => {
  it.each([
    [0, "0e+0"],
    [1.5, "1.5e+0"],
    // A minus behind another would begin a comment.
    [-2, "(-2e+0)"],
    [-0, "0e+0"],
    [1e-7, "1e-7"],
  ])("%d is written as %s", (value, text) => {
    expect(approximate(value)).toBe(text);
  });

  it("has all its digits", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: 1e-300 }), (value) => {
        expect(Number(approximate(value))).toBe(value);
      }),
    );
  });
});
