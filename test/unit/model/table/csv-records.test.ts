import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { array, assert, constantFrom, integer, property, string } from "fast-check";
import { type CsvRecord, CsvRecords } from "../../../../model/table/csv-records";

/** The records of a text that comes in pieces of a size. */
function readIn(text: string, size: number): CsvRecord[] {
  const records = new CsvRecords();
  const read: CsvRecord[] = [];
  for (let at = 0; at < text.length; at += size) read.push(...records.push(text.slice(at, at + size)));
  return [...read, ...records.end()];
}

const read = (text: string) => readIn(text, text.length);
const cellsOf = (text: string) => read(text).map(({ cells }) => cells);

describe("when a CSV file is well-formed", () => {
  it("cuts lines into cells, with or without an end of the last line", () => {
    const expected = [
      ["a", "b"],
      ["1", ""],
      ["", "2"],
    ];
    expect(cellsOf("a,b\n1,\n,2\n")).toEqual(expected);
    expect(cellsOf("a,b\n1,\n,2")).toEqual(expected);
  });

  it("takes CRLF for a line's end", () => {
    expect(read("a,b\r\n1,2\r\n").map(({ text }) => text)).toEqual(["a,b", "1,2"]);
  });

  it("takes CR for a line's end, and other ends beside it", () => {
    expect(read("a,b\r1,2\r").map(({ line, text }) => [line, text])).toEqual([
      [1, "a,b"],
      [2, "1,2"],
    ]);
    for (const size of [1, 2, 3, 100]) {
      const mixed = readIn("a,b\r\n1,2\r3,4\n\r5,6\r\r\n7,8", size);
      expect(mixed.map(({ line, text }) => [line, text])).toEqual([
        [1, "a,b"],
        [2, "1,2"],
        [3, "3,4"],
        [5, "5,6"],
        [7, "7,8"],
      ]);
    }
  });

  it("skips blank lines, and counts them", () => {
    expect(read("\na,b\n\n \t\u00a0\n1,2\n\n").map(({ line, cells }) => [line, cells])).toEqual([
      [2, ["a", "b"]],
      [5, ["1", "2"]],
    ]);
    expect(cellsOf('a\n""\n')).toEqual([["a"], [""]]);
  });

  it("keeps the line ends of a quoted cell as they are", () => {
    for (const size of [1, 2, 100]) {
      const [record, next] = readIn('"a\rb\r\n\nc"\r1\r', size);
      expect(record).toEqual({ line: 1, text: '"a\rb\r\n\nc"', cells: ["a\rb\r\n\nc"] });
      expect(next).toMatchObject({ line: 5, text: "1" });
    }
  });

  it("allows blanks around a quoted cell", () => {
    expect(cellsOf('"a", "b"\t,\u00a0"c, d" \n')).toEqual([["a", "b", "c, d"]]);
  });

  it("reads quoted cells with commas, quotes and line ends, and keeps their text", () => {
    const text = '"a, b","say ""hi""","two\r\nlines"';
    const [record, next] = read(`${text}\r\n1,2,3\r\n`);
    expect(record).toEqual({ line: 1, text, cells: ["a, b", 'say "hi"', "two\r\nlines"] });
    expect(next).toEqual({ line: 3, text: "1,2,3", cells: ["1", "2", "3"] });
  });

  it("reads the same whatever the pieces are, and as csv-parse does", () => {
    const cell = string({
      unit: constantFrom("a", "1", ",", '"', "\n", "\r\n", "\r", " ", "é", "😀"),
      maxLength: 5,
    });
    const row = array(cell, { minLength: 3, maxLength: 3 });
    assert(
      property(array(row, { minLength: 1, maxLength: 8 }), integer({ min: 1, max: 9 }), (rows, size) => {
        const text = stringify(rows, { quoted_match: /[\r\n]/ });
        const records = readIn(text, size);
        const trimmed = (cells: readonly string[][]) => cells.map((row) => row.map((each) => each.trim()));
        expect(trimmed(records.map(({ cells }) => [...cells]))).toEqual(
          trimmed(parse(text, { record_delimiter: "\n" })),
        );
        expect(records.map(({ problem }) => problem)).toEqual(rows.map(() => undefined));
        expect(records.map((record) => `${record.text}\n`).join("")).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});

describe("when a line of a CSV file is broken", () => {
  const never = "a quote is opened and never closed";

  it("breaks that line alone where a quote is never closed", () => {
    const records = read('a,b\n"1,2\n3,4\n5,6\n');
    expect(records.map(({ line, cells, problem }) => [line, cells, problem])).toEqual([
      [1, ["a", "b"], undefined],
      [2, ['"1,2'], never],
      [3, ["3", "4"], undefined],
      [4, ["5", "6"], undefined],
    ]);
  });

  it("breaks each of two such lines, and none between them", () => {
    const records = read('a,b\n"1,2\n3,4\n"5,6\n7,8\n');
    expect(records.map(({ line, problem }) => [line, problem])).toEqual([
      [1, undefined],
      [2, never],
      [3, undefined],
      [4, never],
      [5, undefined],
    ]);
  });

  it("breaks a line with a quote where none may be", () => {
    const records = read('a,b\n1"2",3\n"1"2,3\n4,5\n');
    expect(records.map(({ line, problem }) => [line, problem !== undefined])).toEqual([
      [1, false],
      [2, true],
      [3, true],
      [4, false],
    ]);
  });

  it("goes on after a quote that is not closed in a million characters", () => {
    const rows = Array.from({ length: 60_000 }, (_, i) => `${i},0123456789012345`);
    const records = readIn(["a,b", '"1,2', ...rows].join("\n"), 65_536);
    expect(records).toHaveLength(rows.length + 2);
    expect(records.filter(({ problem }) => problem).map(({ line }) => line)).toEqual([2]);
    expect(records.at(-1)).toMatchObject({ line: rows.length + 2, text: rows.at(-1) });
  });

  it("keeps of a huge line its beginning alone, and goes on after it", () => {
    const records = new CsvRecords();
    const read = [...records.push("a,b\n1,")];
    for (let i = 0; i < 100; i++) read.push(...records.push("9".repeat(100_000)));
    read.push(...records.push("\n3,4\n"), ...records.end());
    expect(read.map(({ line }) => line)).toEqual([1, 2, 3]);
    expect(read[1].text).toHaveLength(200);
    expect(read[1].problem).toMatch(/^the line is longer than 1048576 characters/);
    expect(read[2]).toEqual({ line: 3, text: "3,4", cells: ["3", "4"] });
  });

  it("goes on after a huge line that ends in CR", () => {
    for (const size of [999_999, 1_000_000, 1_000_001]) {
      const records = readIn(`a\r${"9".repeat(1_999_998)}\r1\r`, size);
      expect(records.map(({ line }) => line)).toEqual([1, 2, 3]);
      expect(records[1].text).toHaveLength(200);
    }
  });

  it("tells a huge last line once", () => {
    const records = new CsvRecords();
    const read = [...records.push(`a\n${"9".repeat(2_000_000)}`), ...records.end()];
    expect(read.map(({ line }) => line)).toEqual([1, 2]);
  });
});

describe("when lines that share a quote do not have the cells of a row", () => {
  it("gives the first as broken as soon as that is known, and the others after it", () => {
    const records = new CsvRecords();
    const told = (found: CsvRecord[]) => found.map(({ line, cells, problem }) => [line, cells, problem]);
    const broken = "a quote is opened and never closed";

    expect(told([...records.push('a,b\n1,"x\ny",2,3\n')])).toEqual([
      [1, ["a", "b"], undefined],
      [2, ['1,"x'], broken],
    ]);
    expect(told([...records.push("4,5\n"), ...records.end()])).toEqual([
      [3, ['y",2,3'], broken],
      [4, ["4", "5"], undefined],
    ]);
  });
});

describe("when there is nothing", () => {
  it("gives no record", () => {
    expect(new CsvRecords().end()).toEqual([]);
    expect(read("\n \r\n")).toEqual([]);
  });
});
