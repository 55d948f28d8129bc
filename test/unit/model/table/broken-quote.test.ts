import fc from "fast-check";
import { brokenCellOf } from "../../../../model/table/broken-quote";
import { CsvRecords } from "../../../../model/table/csv-records";

describe("the cell with a broken quote", () => {
  it.each([
    ['a,"b,c', 1],
    ['"a"b,c', 0],
    ['a,b"c,d', 1],
    ['"a" , "b""c",  "d', 2],
    ['"a,b",c"', 1],
    ['"a""', 0],
  ])("of %j is number %i", (line, cell) => {
    expect(brokenCellOf(line, ",")).toBe(cell);
  });

  it("is found with any delimiter, blanks around cells or not", () => {
    expect(brokenCellOf('"a"\t"b\t', "\t")).toBe(1);
    expect(brokenCellOf('a;"b;c";"d', ";")).toBe(2);
  });

  it("is the last one where the reader finds no fault, and one of the line's cells otherwise", () => {
    const line = fc.string({ unit: fc.constantFrom("a", '"', ",", " "), maxLength: 12 });
    fc.assert(
      fc.property(line, (text) => {
        const records = new CsvRecords();
        const [record] = [...records.push(`${text}\n`), ...records.end()];
        if (!record) return;
        const cell = brokenCellOf(text, ",");
        if (record.problem === undefined) expect(cell).toBe(record.cells.length - 1);
        else expect(cell).toBeLessThan(text.split(",").length);
      }),
      { numRuns: 1000 },
    );
  });
});
