import type { CsvRecord } from "../../../../model/table/csv-records";
import { isRow, lineProblem } from "../../../../model/table/line-problem";

const NAMES = ["area", "rooms", "price"];
const MERGE = "<<<<<<< HEAD";

const record = (text: string, problem?: string): CsvRecord => ({
  line: 3,
  text,
  cells: problem ? [text] : text.split(","),
  ...(problem && { problem }),
});

describe("a line", () => {
  it.each([
    ["1,2,3", undefined, true],
    ["1,2", undefined, false],
    ["1,2,3,4", undefined, false],
    ['1,"2,3', "a quote is not closed", false],
  ])("is a row if it has a cell for each column: %s", (text, problem, isOne) => {
    expect(isRow(record(text, problem), 3)).toBe(isOne);
  });

  it("is none if it marks a conflict, even in a file of one column", () => {
    expect(isRow(record(MERGE), 1)).toBe(false);
    expect(isRow(record("HEAD"), 1)).toBe(true);
  });

  it.each([
    [
      "1,2",
      undefined,
      'column "rooms": the line ends with it: expected 3 cells, as in the header, but found 2',
    ],
    [
      "1,2,3,4,5",
      undefined,
      'column "price": there are more cells after it: expected 3 cells, as in the header, but found 5',
    ],
    ['1,"2,3', "a quote is not closed", 'column "rooms": a quote is not closed'],
    [MERGE, undefined, 'column "area": this is a merge conflict marker: resolve the conflict'],
    [MERGE, "any problem", 'column "area": this is a merge conflict marker: resolve the conflict'],
  ])("is refused with the column that fails: %s", (text, problem, message) => {
    expect(lineProblem(record(text, problem), NAMES, ",")).toBe(message);
  });
});
