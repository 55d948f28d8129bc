import fc from "fast-check";
import { isMissing, NUMBER } from "../../../../model/table/column";
import { ANY_NUMBER } from "../../../../model/table/domain";

describe("a number", () => {
  it.each([
    "0",
    "-0",
    "7",
    "-7",
    "+7",
    " 7 ",
    "007",
    ".5",
    "5.",
    "-.5",
    "1e3",
    "1.5E-3",
    "123456789012345678901234567890",
    "0.1",
    "3.14159",
    "1.0000000000000000000000001",
    "9007199254740993",
    "9007199254740991",
    "0.00000000000000000000000005",
    "\t2\t",
  ])("is what the text says: %s", (text) => {
    expect(NUMBER.parse(text)).toBe(Number(text));
  });

  it.each([
    "",
    " ",
    "-",
    "+",
    ".",
    "-.",
    "1.2.3",
    "1,5",
    "0x10",
    "Infinity",
    "NaN",
    "1e",
    "1 2",
    "--1",
    "1-",
    "٣",
  ])("is not in other text: %j", (text) => {
    expect(NUMBER.parse(text)).toBeNaN();
  });

  it("is the same as JavaScript reads, to the last digit", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(NUMBER.parse(String(value))).toBe(Number(String(value)));
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^-?\d{1,18}(\.\d{0,25})?$/), (text) => {
        expect(NUMBER.parse(text)).toBe(Number(text));
      }),
    );
  });
});

describe("a missing value", () => {
  const column = { names: ["x"], type: NUMBER, domain: ANY_NUMBER, required: false };

  it("is an empty cell, or one of the column's texts", () => {
    expect(isMissing(column, "")).toBe(true);
    expect(isMissing(column, "NA")).toBe(false);
    expect(isMissing({ ...column, missingValues: new Set(["NA"]) }, "NA")).toBe(true);
    expect(isMissing({ ...column, missingValues: new Set(["NA"]) }, "na")).toBe(false);
  });
});
