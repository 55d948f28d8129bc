import { readNames } from "../../../../training/describe/table-names";
import { refusalOf } from "../../../support/refusal";

const read = (cells: readonly string[], problem?: string) =>
  readNames(
    { line: 1, text: cells.join(","), cells, ...(problem !== undefined && { problem }) },
    ",",
    "houses.csv",
  );

async function refusalFor(cells: readonly string[]): Promise<string> {
  const { code, message } = await refusalOf(() => read(cells));
  return `${code}: ${message}`;
}

const numbered = (count: number) => Array.from({ length: count }, (_, i) => `column ${i + 1}`);

describe("the names of a table", () => {
  it("are the cells of the first line, without blanks around them", () => {
    expect(read([" Area ", "price"])).toEqual(["Area", "price"]);
  });

  it("may be as many and as long as the limits", () => {
    expect(read(numbered(1000))).toHaveLength(1000);
    expect(read(["x".repeat(200), "price"])).toHaveLength(2);
  });

  it("may be half numbers, and one may be empty", () => {
    expect(read(["1990", "2000", "area", "price"])).toHaveLength(4);
    expect(read(["", "price"])).toEqual(["", "price"]);
  });

  it("may begin with b", () => {
    expect(read(["b", "bed 'x'"])).toEqual(["b", "bed 'x'"]);
  });
});

describe("a first line without usable names", () => {
  it.each([
    ["too many columns", numbered(1001), "column 1001: there are 1001 columns; the maximum is 1000."],
    [
      "a long name",
      ["a", "x".repeat(201)],
      `column 2: the name "${"x".repeat(60)}…" has 201 characters; the maximum is 200.`,
    ],
    [
      "the signs of bytes in Python",
      ["b'area", "price"],
      "column 1: the name begins with b', so a program wrote the file as a Python bytes literal: remove b' here, and the quote in the last line.",
    ],
    [
      "more values than names",
      ["area", "1,200.5", "-3"],
      'column 2: "1,200.5" is a value, not a column name: add a first line with the names.',
    ],
    [
      "two equal names",
      ["x", "area", "area "],
      'column 3: column 2 is also named "area": rename one of them, for example to "area 2".',
    ],
    [
      "two empty names",
      ["", "area", " "],
      "column 3: this column and column 1 have no name: give each a name.",
    ],
    [
      "one column",
      ["price"],
      "column 1: it is the only column, but a table needs the target and at least one feature, separated by commas, semicolons, tabs or vertical bars.",
    ],
  ])("is refused for %s", async (_what, cells, problem) => {
    expect(await refusalFor(cells)).toBe(`DATA_INVALID: houses.csv, line 1, ${problem}`);
  });

  it("is refused where it cannot be split", async () => {
    const { message } = await refusalOf(() => read(["a,b"], "a quote is not closed"));

    expect(message).toContain("the column names cannot be read, because a quote is not closed.");
  });
});
