import { type Scan, scanFile } from "../../../../training/describe/scan";
import { writeTable } from "../../../support/describing";
import { refusalOf } from "../../../support/refusal";

const scan = async (text: string, missing: readonly string[] = []): Promise<Scan> =>
  scanFile(await writeTable(text), undefined, new Set(missing));

const linesOf = (count: number, line: (row: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join("\n");

describe("the scan of a file", () => {
  it("has its names, its rows, and a profile of each column, by line", async () => {
    const { delimiter, names, rows, profiles, sample } = await scan("area;price\n1;2\n\n-9;4\n", ["-9"]);

    expect({ delimiter, names, rows }).toEqual({ delimiter: ";", names: ["area", "price"], rows: 2 });
    expect(profiles.map(({ digits }) => digits)).toEqual([1, 2]);
    expect(profiles[0].firstMissing).toEqual([{ line: 4, text: "-9" }]);
    expect([sample.column(0), sample.column(1)]).toEqual([
      ["1", "-9"],
      ["2", "4"],
    ]);
  });

  it("uses the delimiter that it is given", async () => {
    const { names } = await scanFile(await writeTable("a;b,c\n1;2,3\n"), ",", new Set());

    expect(names).toEqual(["a;b", "c"]);
  });

  it.each([
    [2, 2000],
    [200, 1000],
  ])("of %d columns counts up to %d different texts of each", async (columns, most) => {
    const header = Array.from({ length: columns }, (_, i) => `c${i}`).join(",");
    const row = (i: number) => `${i}${",x".repeat(columns - 1)}`;
    const isTallied = async (rows: number) =>
      (await scan(`${header}\n${linesOf(rows, row)}\n`)).profiles[0].isTallied;

    expect([await isTallied(most), await isTallied(most + 1)]).toEqual([true, false]);
  });
});

describe("a file that is refused while it is scanned", () => {
  it.each([
    ["names alone", "a,price\n", "has names in line 1 and no rows: give data below it."],
    ["a row with too many cells", `a,price\n${linesOf(30, (i) => `${i},2`)}\n1,2,3\n`, "line 32"],
    ["one column", "price\n1\n", "line 1, column 1: it is the only column"],
  ])("has %s", async (_what, text, problem) => {
    const { code, message } = await refusalOf(() => scan(text));

    expect(code).toBe("DATA_INVALID");
    expect(message).toContain(problem);
  });
});
