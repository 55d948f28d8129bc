import { findDecimalChar, fitNumbers } from "../../../../training/describe/number-fit";
import { numbersWith, profileOf } from "../../../support/profiles";

const fit = (cells: readonly string[], decimalChar?: string) => fitNumbers(profileOf(cells), decimalChar);

describe("the format of numbers", () => {
  it("is none where all cells are digits", () => {
    expect(fit(["3", "12", ""])).toMatchObject({
      reading: undefined,
      range: { min: 3, max: 12, maxLine: 3 },
      fits: 2,
      misfits: [],
      rival: undefined,
    });
  });

  it("is none where no other cell is a number", () => {
    expect(fit(["3", "x"])).toMatchObject({ reading: undefined, fits: 1, misfits: [{ line: 3, text: "x" }] });
  });

  it.each([
    [["1.5", "2"], ".", undefined],
    [["1,5", "2"], ",", undefined],
    [["1,234.5"], ".", ","],
    [["1.234,5"], ",", "."],
    [["1 234", "12"], ".", " "],
    [["1 234,5"], ",", " "],
    [["1'234"], ".", "'"],
    [["1’234"], ".", "’"],
    [["1_234"], ".", "_"],
  ])("of %j is the plainest that fits most cells", (cells, decimalChar, groupChar) => {
    expect(fit(cells)).toMatchObject({
      reading: numbersWith(decimalChar, groupChar),
      fits: cells.length,
      misfits: [],
      rival: undefined,
    });
  });

  it("has the range of the cells of digits too, and the cells that do not fit", () => {
    expect(fit(["7", "1.5", "x"])).toMatchObject({
      range: { min: 1.5, max: 7, maxLine: 2 },
      fits: 2,
      misfits: [{ line: 4, text: "x" }],
    });
  });

  it("has a rival with the other decimal separator, if it reads as many cells differently", () => {
    expect(fit(["1,234"])).toMatchObject({ reading: numbersWith(","), rival: numbersWith(".", ",") });
    expect(fit(["1.234"])).toMatchObject({ reading: numbersWith("."), rival: numbersWith(",", ".") });
  });

  it("has no rival that reads the same numbers, or fewer", () => {
    expect(fit(["1 234"]).rival).toBeUndefined();
    expect(fit(["1,234", "1,5"]).rival).toBeUndefined();
  });

  it("is that of the file, if it is known and fits as many cells", () => {
    expect(fit(["1,234"], ".")).toMatchObject({ reading: numbersWith(".", ","), rival: undefined });
    expect(fit(["1,234"], ",")).toMatchObject({ reading: numbersWith(","), rival: undefined });
    expect(fit(["1.5"], ",")).toMatchObject({ reading: numbersWith(".") });
  });
});

describe("the decimal separator of a file", () => {
  const found = (...columns: string[][]) => findDecimalChar(columns.map((cells) => profileOf(cells)));

  it.each([
    ["decimals", [["1,5"], ["1,234"], ["7"]], ","],
    ["decimals and groups that only one convention allows", [["1,234,567"]], "."],
    ["amounts with decimals", [["€1,50"]], ","],
    ["nine numbers of ten", [[...Array(9).fill("1,5"), "x"]], ","],
  ])("is told by a column of %s", (_what, columns, decimalChar) => {
    expect(found(...columns)).toBe(decimalChar);
  });

  it.each([
    ["digits", [["7"]]],
    ["groups with spaces, which go with both", [["1 234"]]],
    ["units with points", [["85 sq. ft."]]],
    ["numbers that have a rival", [["1,234"]]],
    ["more than a tenth of texts", [[...Array(8).fill("1,5"), "x"]]],
    ["two conventions", [["1,5"], ["1.5"]]],
    ["texts", [["a", "b"]]],
  ])("is not told by columns of %s", (_what, columns) => {
    expect(found(...columns)).toBeUndefined();
  });
});
