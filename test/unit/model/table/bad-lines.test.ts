import { BadLines } from "../../../../model/table/bad-lines";
import type { CsvRecord } from "../../../../model/table/csv-records";

const record = (line: number, cells: readonly string[]): CsvRecord => ({
  line,
  text: cells.join(","),
  cells,
});

/** Bad lines of these numbers of cells, in a file of three columns. */
function badLines(...counts: readonly number[]): BadLines {
  const lines = new BadLines("houses.csv", ["area", "rooms", "price"]);
  counts.forEach((count, i) => {
    lines.add(
      record(
        i + 2,
        Array.from({ length: count }, (_, cell) => String(cell)),
      ),
      'column "area": is wrong',
    );
  });
  return lines;
}

function messageOf(refuse: () => void): string | undefined {
  try {
    refuse();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return undefined;
}

describe("bad lines", () => {
  it("are no reason to refuse a file if there are none", () => {
    expect(messageOf(() => badLines().refuse())).toBeUndefined();
    expect(messageOf(() => badLines().refuseHeader(0))).toBeUndefined();
  });

  it("are listed: rows with their problem, other lines as they are", () => {
    expect(messageOf(() => badLines(3).refuse())).toBe(
      'houses.csv has 1 bad line: correct or remove it.\nline 2: column "area": is wrong',
    );
    expect(messageOf(() => badLines(3, 2).refuse())).toBe(
      'houses.csv has 2 bad lines: correct or remove them.\nline 2: column "area": is wrong\nline 3, column "area": is wrong: "0,1"',
    );
  });

  it("are counted, but only the first twenty are listed", () => {
    const all = messageOf(() => badLines(...Array.from({ length: 20 }, () => 3)).refuse());
    expect(all?.split("\n")).toHaveLength(21);
    expect(all).toMatch(/20 bad lines: correct or remove them\.\n/);
    const some = messageOf(() => badLines(...Array.from({ length: 21 }, () => 3)).refuse());
    expect(some?.split("\n")).toHaveLength(21);
    expect(some).toContain("21 bad lines: correct or remove them; here are the first 20.");
  });
});

describe("the header", () => {
  it("is to blame if most lines agree with each other, and not with it", () => {
    expect(messageOf(() => badLines(5, 5, 5).refuseHeader(1))).toBe(
      "houses.csv, line 1, column 4: there are 3 names, but 3 of the 4 lines below have 5 cells: name every column once, with the same separator as below.",
    );
    expect(messageOf(() => badLines(1, 1, 2).refuseHeader(0))).toContain(
      "line 1, column 2: there are 3 names",
    );
  });

  it.each([
    ["if only half of the lines differ", [5, 5], 2],
    ["if it is a single line", [5], 0],
    ["if the lines differ from each other", [1, 2, 4, 5], 0],
    ["if the lines have as many cells", [3, 3, 3], 0],
  ])("is not, %s", (_when, counts, rows) => {
    expect(messageOf(() => badLines(...counts).refuseHeader(rows))).toBeUndefined();
  });

  it("is not for lines with broken quotes, whose cells are unknown", () => {
    const lines = badLines();
    for (let i = 0; i < 3; i++) lines.add({ ...record(i, ['"1,2']), problem: "a quote is not closed" }, "x");
    expect(messageOf(() => lines.refuseHeader(0))).toBeUndefined();
  });
});
