import { CATEGORY, numberTypeOf, typeOf } from "../../../../training/describe/column-type";
import { profileOf, UNKNOWN } from "../../../support/profiles";

const of = (cells: readonly string[], name = "x") => typeOf(profileOf(cells), name, UNKNOWN);
const nine = (cell: string) => Array.from({ length: 9 }, () => cell);

describe("the type of a column without values", () => {
  it("is empty, or a category if words stand for missing values", () => {
    expect(of(["", ""])).toEqual({ type: "empty" });
    expect(of(["", "NA"])).toBe(CATEGORY);
    expect(CATEGORY).toEqual({ type: "category", isCode: false });
  });
});

describe("a column of true and false", () => {
  it("has the usual words, and those in other letters", () => {
    expect(of(["true", "FALSE", "tRUE", "NA"])).toEqual({
      type: "boolean",
      trueValues: ["true", "True", "TRUE", "1", "tRUE"],
      falseValues: ["false", "False", "FALSE", "0"],
    });
    expect(of(["fALSE"])).toMatchObject({ falseValues: ["false", "False", "FALSE", "0", "fALSE"] });
  });

  it.each([
    ["another word", ["true", "yes"], "category"],
    ["a number", ["true", "1"], "category"],
  ])("has no %s", (_what, cells, type) => {
    expect(of(cells).type).toBe(type);
  });

  it("is a category if not all its texts were counted", () => {
    const profile = profileOf(["true", "false"], { maxTallied: 1 });

    expect(typeOf(profile, "x", UNKNOWN)).toBe(CATEGORY);
  });
});

describe("a column of dates", () => {
  it("may have a tenth of other cells, which are misfits", () => {
    expect(of([...nine("2016-01-02"), "x"])).toMatchObject({
      type: "date",
      pattern: "%Y-%m-%d",
      range: { min: 16_802, max: 16_802 },
      misfits: { cells: [{ line: 11, text: "x" }], count: 1 },
      ambiguity: undefined,
    });
    expect(of([...nine("2016-01-02").slice(1), "x"])).toBe(CATEGORY);
  });

  it("is ambiguous where two orders of day and month fit, and the file does not tell", () => {
    const profile = profileOf(["1/2/2016"]);

    expect(typeOf(profile, "x", UNKNOWN)).toMatchObject({ ambiguity: { example: { line: 2 } } });
    expect(typeOf(profile, "x", { ...UNKNOWN, dayFirst: false })).toMatchObject({
      pattern: "%m/%d/%Y",
      ambiguity: undefined,
    });
  });
});

describe("a column of numbers", () => {
  it("may have a tenth of other cells, which are misfits", () => {
    expect(of([...nine("1.5"), "x"])).toMatchObject({
      type: "number",
      format: { decimalChar: ".", bareNumber: true },
      range: { min: 1.5, max: 1.5 },
      misfits: { cells: [{ line: 11, text: "x" }], count: 1 },
      ambiguity: undefined,
    });
    expect(of([...nine("1.5").slice(1), "x"])).toBe(CATEGORY);
  });

  it.each([
    [["1", "2"], "integer", { decimalChar: ".", bareNumber: true }],
    [["1.0", "2"], "number", { decimalChar: ".", bareNumber: true }],
    [["1,000,000"], "integer", { decimalChar: ".", groupChar: ",", bareNumber: true }],
    [["€1,50"], "number", { decimalChar: ",", bareNumber: false }],
    [["€5"], "integer", { decimalChar: ".", bareNumber: false }],
  ])("of %j is of type %s", (cells, type, format) => {
    expect(of(cells)).toMatchObject({ type, format });
  });

  it("is ambiguous where two formats fit, and the file does not tell", () => {
    const profile = profileOf(["1,234"]);

    expect(typeOf(profile, "x", UNKNOWN)).toMatchObject({
      ambiguity: { meanings: ["1.234 (--decimal comma)", "1234 (--decimal point)"] },
    });
    expect(typeOf(profile, "x", { ...UNKNOWN, decimalChar: "." })).toMatchObject({
      type: "integer",
      ambiguity: undefined,
    });
  });
});

describe("a column of codes", () => {
  const CODE = { type: "category", isCode: true };

  it.each([
    ["zip codes", ["98001"], "zip"],
    ["tracts", ["12", "345"], "census_tract2"],
    ["digits of one width, one of which begins with zero", ["012", "345"], "x"],
    ["digits of which a tenth begin with zero", ["01", ...nine("123")], "x"],
  ])("has %s", (_what, cells, name) => {
    expect(of(cells, name)).toEqual(CODE);
  });

  it.each([
    ["decimals", ["98001.5"], "zip", "number"],
    ["digits of which less than a tenth begin with zero", ["01", ...nine("123"), "4"], "x", "integer"],
    ["zero alone", ["0", "5"], "x", "integer"],
    ["a leading zero beside a number with decimals", ["01", "1.5"], "x", "number"],
  ])("does not have %s", (_what, cells, name, type) => {
    expect(of(cells, name).type).toBe(type);
  });
});

describe("a column of years", () => {
  it.each([
    ["year", ["1000", "2999"], "year"],
    ["Baujahr", ["1999", "2005"], "year"],
    ["yr_sold", [...nine("1999"), "x"], "year"],
    ["year", ["1999", "3000"], "integer"],
    ["year", ["-999", "1999"], "integer"],
    ["year", ["1999", "200"], "integer"],
    ["year", ["1999", "1999.0"], "number"],
    ["area", ["1999", "2005"], "integer"],
  ])("named %s with %j is of type %s", (name, cells, type) => {
    expect(of(cells, name).type).toBe(type);
  });
});

describe("a column that is known to hold numbers", () => {
  it("is one of numbers, whatever its cells suggest", () => {
    const type = (cells: readonly string[]) => numberTypeOf(profileOf(cells), UNKNOWN).type;

    expect([["01", "02"], ["a", "b"], ["1999"], ["1.5", "x"]].map(type)).toEqual([
      "integer",
      "integer",
      "integer",
      "number",
    ]);
    expect(numberTypeOf(profileOf(["a", "1"]), UNKNOWN)).toMatchObject({
      misfits: { cells: [{ line: 2, text: "a" }], count: 1 },
    });
  });
});
