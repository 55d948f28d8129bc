import { numberTypeOf } from "../../../../training/describe/column-type";
import type { ExaminedColumn } from "../../../../training/describe/examined-column";
import { refuseDefects } from "../../../../training/describe/refusals";
import { examined, profileOf, UNKNOWN } from "../../../support/profiles";
import { refusalOf } from "../../../support/refusal";

const FEATURE = examined("area", ["1.5", "2"]);

function target(cells: readonly string[]): ExaminedColumn {
  return examined("price", cells, { isTarget: true, type: numberTypeOf(profileOf(cells), UNKNOWN) });
}

async function refusal(...columns: ExaminedColumn[]): Promise<string> {
  const { code, message } = await refusalOf(() => refuseDefects(columns, "houses.csv"));
  return `${code}: ${message}`;
}

const accept = (...columns: ExaminedColumn[]) =>
  expect(() => refuseDefects(columns, "houses.csv")).not.toThrow();

describe("a table of numbers that vary", () => {
  it("is accepted", () => {
    accept(FEATURE, target(["1", "2"]));
  });
});

describe("a target", () => {
  it.each([
    [
      "no values",
      ["", "NA"],
      'houses.csv: column "price" is the target, but has no value in any row: use data with prices.',
    ],
    [
      "more texts than numbers",
      ["1", "low", "high"],
      'houses.csv: line 3, column "price": "low" is not a number, but the target must be numeric: name another column with --target.',
    ],
    [
      "a missing value",
      ["1", "", "2"],
      'houses.csv: "price" is the target, but has no value in 1 row: remove them.\nline 3, column "price": the cell is empty',
    ],
    [
      "missing values",
      ["", "1", "NA"],
      'houses.csv: "price" is the target, but has no value in 2 rows: remove them.\nline 2, column "price": the cell is empty\nline 4, column "price": "NA" is empty',
    ],
    [
      "one value in the only row",
      ["5"],
      'houses.csv: column "price" is the target, but is 5 in the only row: use data in which it varies.',
    ],
    [
      "one value in all rows",
      ["5", "5.0"],
      'houses.csv: column "price" is the target, but is 5 in all 2 rows: use data in which it varies.',
    ],
    [
      "as many texts as numbers",
      ["1", "2", "low", "high"],
      'houses.csv: column "price" has numbers except in 2 cells: correct them, unless they mean a missing value (--missing).\nline 4, column "price": "low" is not a number\nline 5, column "price": "high" is not a number',
    ],
    [
      "one number and one text",
      ["5", "low"],
      'houses.csv: column "price" has numbers except in 1 cell: correct them, unless they mean a missing value (--missing).\nline 3, column "price": "low" is not a number',
    ],
  ])("is refused with %s", async (_what, cells, sentence) => {
    expect(await refusal(FEATURE, target(cells))).toBe(`DATA_INVALID: ${sentence}`);
  });

  it("is refused before a feature", async () => {
    expect(await refusal(examined("d", ["1/2/2016"]), target(["5"]))).toContain('column "price"');
  });
});

describe("a feature", () => {
  it.each([
    ["numbers", "x", "1.5", "numbers", "a number"],
    ["whole numbers", "x", "15", "numbers", "a number"],
    ["dates", "x", "2016-01-02", "dates", "a date"],
    ["years", "year", "1999", "years", "a year"],
  ])("is refused where a few cells of %s are something else", async (_what, name, cell, kind, one) => {
    const cells = [...Array.from({ length: 9 }, () => cell), "x y"];
    const column = examined(name, cells);

    expect(await refusal(column, target(["1", "2"]))).toBe(
      `DATA_INVALID: houses.csv: column "${name}" has ${kind} except in 1 cell: correct them, unless they mean a missing value (--missing), or the whole column is text (--categories "${name}") or useless (--ignore).\nline 11, column "${name}": "x y" is not ${one}`,
    );
  });

  it("is refused with twenty cells that are listed, and the rest that are counted", async () => {
    const cells = [...Array.from({ length: 300 }, () => "1.5"), ...Array.from({ length: 21 }, () => "x")];
    const lines = (await refusal(examined("x", cells), target(["1", "2"]))).split("\n");

    expect(lines).toHaveLength(21);
    expect(lines[0]).toContain("except in 21 cells:");
    expect(lines[0]).toMatch(/ The first 20 are:$/);
  });

  it("is refused if it is ambiguous", async () => {
    expect(await refusal(examined("sold", ["1/2/2016"]), target(["1", "2"]))).toBe(
      'DATA_AMBIGUOUS: houses.csv, line 2, column "sold": "1/2/2016" may be day/month/year (--dates dmy) or month/day/year (--dates mdy), and no cell in the file tells which: add the right option.',
    );
  });

  it("must be there", async () => {
    expect(await refusal(target(["1", "2"]))).toBe(
      "DATA_INVALID: houses.csv: there are no features: every column except the target is empty, constant, an identifier or free text.",
    );
  });
});
