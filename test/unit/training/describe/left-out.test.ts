import { reasonToLeaveOut } from "../../../../training/describe/left-out";
import { RowSample } from "../../../../training/describe/row-sample";
import { examined, profileOf } from "../../../support/profiles";

function reasonFor(name: string, cells: readonly string[], maxTallied = 2000): string | undefined {
  const sample = new RowSample(1);
  for (const cell of cells) sample.add([cell]);
  return reasonToLeaveOut({ ...examined(name, cells), profile: profileOf(cells, { maxTallied }) }, sample);
}

const texts = (count: number, text = (i: number) => `text ${i}`) =>
  Array.from({ length: count }, (_, i) => text(i));

describe("a column without values", () => {
  it("is left out", () => {
    expect(reasonFor("x", ["", ""])).toBe("every cell is empty");
  });
});

describe("a column with one value", () => {
  const CONSTANT = "it has the same value in every row";

  it.each([
    ["a text", ["a", "a"], CONSTANT],
    ["a number in two forms", ["1.0", "1"], CONSTANT],
    ["a text that some rows lack", ["a", ""], undefined],
    ["a number that some rows lack", ["1.5", "1.50", ""], undefined],
    ["a number in all rows but a misfit", [...Array(9).fill("1.5"), "1.50", "x"], undefined],
    ["two values", ["1.5", "2"], undefined],
  ])("is left out if it is %s", (_what, cells, reason) => {
    expect(reasonFor("x", cells)).toBe(reason);
  });
});

describe("a column that identifies rows", () => {
  it.each([
    ["numbers the rows", "x", ["4", "5", "6"], "it numbers the rows"],
    ["has two numbers, which may be chance", "x", ["4", "5"], undefined],
    ["numbers some rows", "x", ["4", "5", "", "6"], undefined],
    ["is called so", "house_id", ["a", "b", "b", "a"], "it identifies the row"],
    ["is called so, and has numbers", "PID", ["9", "7", "7", "9"], "it identifies the row"],
    ["is called so, but has few values", "PID", ["9", "7", "7", "9", "9"], undefined],
    ["is called so, but has decimals", "id", ["9.5", "7.5", "3.5"], undefined],
    [
      "has large numbers",
      "x",
      ["100000009", "100000000", "100000005"],
      "it looks like an identifier of the row",
    ],
    ["has numbers that are not large", "x", ["99999999", "300000007", "200000005"], undefined],
    ["has large numbers that repeat", "x", ["100000009", "100000000", "100000000"], undefined],
  ])("%s", (_what, name, cells, reason) => {
    expect(reasonFor(name, cells)).toBe(reason);
  });
});

describe("a column of texts", () => {
  it.each([
    ["ten different ones", texts(10), undefined],
    ["eleven different ones", texts(11), "it is free text or an address: 11 different texts in 11 cells"],
    ["as many as half the rows", [...texts(11), ...texts(11)], undefined],
    [
      "more than half the rows, words for missing among them",
      [...texts(10), ...texts(9), "NA"],
      "it is free text or an address: 11 different texts in 20 cells",
    ],
    ["half the rows, with words for missing", [...texts(10), ...texts(10), "NA", "NA"], undefined],
    ["a thousand", [...texts(1000), ...texts(1000)], undefined],
    [
      "more than a thousand",
      [...texts(1001), ...texts(1001)],
      "it is free text or an address: 1001 different texts in 2002 cells",
    ],
  ])("has %s", (_what, cells, reason) => {
    expect(reasonFor("x", cells)).toBe(reason);
  });

  it("is free text if there are more than can be counted", () => {
    expect(reasonFor("x", texts(12), 11)).toBe(
      "it is free text or an address: more than 11 different texts in 12 cells",
    );
  });

  it("is free text if one is too long for a category", () => {
    expect(reasonFor("x", ["a", "x".repeat(200)])).toBeUndefined();
    expect(reasonFor("x", ["a", "x".repeat(201)])).toBe(
      "it is free text: a cell in line 3 has 201 characters, but a category may have at most 200",
    );
  });

  it("mixes numbers with texts if most cells are numbers", () => {
    const numbers = texts(8, (i) => `${i}.5`);

    expect(reasonFor("x", [...numbers, "a", "b", "c"])).toBe(
      'it mixes numbers (72 % of its cells) with texts, such as "a" in line 10',
    );
    expect(reasonFor("x", [...numbers, ...texts(8)])).toBe(
      "it is free text or an address: 16 different texts in 16 cells",
    );
  });
});
