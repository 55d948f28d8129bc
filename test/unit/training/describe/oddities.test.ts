import { findCurrencyGap, findOddities, findRowOddity } from "../../../../training/describe/oddities";
import { examined, profileOf } from "../../../support/profiles";

const repeat = (count: number, cell: string) => Array.from({ length: count }, () => cell);
const numbers = (count: number, first = 1) => Array.from({ length: count }, (_, i) => String(first + i));
const odd = (name: string, cells: readonly string[]) => findOddities(examined(name, cells), cells.length);

describe("the largest price", () => {
  const capOf = (cells: readonly string[], rows = cells.length) =>
    findOddities(examined("price", cells, { isTarget: true }), rows);
  const CAPPED = [
    '"price" is 500, its largest value, in 10 rows: prices above it seem to be capped, so no model can learn them.',
  ];

  it("is a cap if ten rows have it, which is half a per cent, and no price is commoner", () => {
    const cells = [...numbers(90), ...repeat(10, "500")];

    expect(capOf(cells)).toEqual(CAPPED);
    expect(capOf(cells, 2000)).toEqual(CAPPED);
    expect(capOf([...cells, ...repeat(9, "90")])).toEqual(CAPPED);
  });

  it.each([
    ["nine rows have it", [...numbers(90), ...repeat(9, "500")], 99],
    ["too few of the rows have it", [...numbers(90), ...repeat(10, "500")], 2001],
    ["another price is commoner", [...repeat(11, "90"), ...repeat(10, "500")], 21],
    ["the target is no number", ["a", "b"], 2],
  ])("is no cap if %s", (_what, cells, rows) => {
    expect(capOf(cells, rows)).toEqual([]);
  });

  it("is a matter of the target alone, as lone values are of features", () => {
    expect(odd("x", [...numbers(90), ...repeat(10, "150")])).toEqual([]);
    expect(capOf(["3", "5", "33"])).toEqual([]);
  });
});

describe("a number that is far from all others", () => {
  it("is at least twice the second largest", () => {
    expect(odd("rooms", ["3", "33", "16", "2"])).toEqual([
      '"rooms" is 33 in line 3, and at most 16 in the other rows: check that it is right.',
    ]);
    expect(odd("rooms", ["3", "6"])).toHaveLength(1);
  });

  it.each([
    ["less than twice the second largest", ["3", "5"]],
    ["a count that may be so", ["2", "4"]],
    ["in two rows", ["3", "33", "33"]],
    ["among numbers with decimals", ["3.5", "33"]],
    ["among texts", ["a", "b"]],
  ])("is not one that is %s", (_what, cells) => {
    expect(odd("x", cells)).toEqual([]);
  });

  it("is not known where not all values were counted", () => {
    const cells = ["3", "33"];

    expect(findOddities(examined("x", cells, { profile: profileOf(cells, { maxTallied: 1 }) }), 2)).toEqual(
      [],
    );
  });
});

describe("a year that is far from all others", () => {
  it.each([
    [["2010", "1909", "2012"], "1909"],
    [["2010", "2111", "2012"], undefined],
    [["2010", "2113", "2012"], "2113"],
    [["1500", "2012", "2800", "2012"], "1500 and 2800"],
    [["1912", "2012"], undefined],
  ])("in %j is %s", (cells, years) => {
    const sentence = `"year" is ${years} in some rows, more than a century from all others: check that it is right.`;

    expect(odd("year", cells)).toEqual(years === undefined ? [] : [sentence]);
  });

  it("is not known where not all values were counted, and is nothing among other numbers", () => {
    const cells = ["1500", "2012"];
    const profile = profileOf(cells, { maxTallied: 1 });

    expect(findOddities(examined("year", cells, { profile }), 2)).toEqual([]);
    expect(odd("x", cells)).toEqual([]);
  });
});

describe("zeros among years", () => {
  const ZERO = [
    '"renovated" is 0 in 2 rows, and a year in the others: if 0 stands for "never" or "unknown", write it as an empty cell.',
  ];

  it("may stand for no year", () => {
    expect(odd("renovated", ["0", "1000", "0", "1999"])).toEqual(ZERO);
    expect(odd("renovated", ["0", "2999", "0", "1999"])).toEqual(ZERO);
  });

  it.each([
    ["smaller numbers", ["0", "999", "1900"]],
    ["larger numbers", ["0", "3000", "1999"]],
    ["one other number", ["0", "1", "1"]],
    ["negative numbers", ["0", "-1", "1999", "1999"]],
    ["decimals", ["0.0", "1990", "1999"]],
  ])("may not, among %s", (_what, cells) => {
    expect(odd("x", cells)).toEqual([]);
  });

  it("are not looked for without zeros, or where not all values were counted", () => {
    const cells = ["0", "1990", "1999"];

    expect(odd("x", ["1990", "1999"])).toEqual([]);
    expect(findOddities(examined("x", cells, { profile: profileOf(cells, { maxTallied: 2 }) }), 3)).toEqual(
      [],
    );
  });
});

describe("a table", () => {
  it("is small with less than a hundred rows", () => {
    expect(findRowOddity(99)).toBe(
      "There are only 99 rows: the metrics of a model trained on them say little about other houses.",
    );
    expect(findRowOddity(100)).toBeUndefined();
  });

  it("has a gap where the currency of its target is not known", () => {
    const schema = (target: object) => ({
      name: "houses",
      fields: [
        { name: "a", type: "number" as const, currency: "EUR" },
        { name: "price", type: "number" as const, role: "target" as const, ...target },
      ],
    });

    expect(findCurrencyGap(schema({}))).toBe(
      "The currency of the target is not known: set it with --currency, such as USD, or as currency in the schema.",
    );
    expect(findCurrencyGap(schema({ currency: "EUR" }))).toBeUndefined();
  });
});
