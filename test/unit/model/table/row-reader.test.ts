import { assert, constantFrom, double, oneof, property, string, stringMatching } from "fast-check";
import { type Column, NUMBER } from "../../../../model/table/column";
import { CsvRecords } from "../../../../model/table/csv-records";
import { readHeader } from "../../../../model/table/header";
import { RowReader } from "../../../../model/table/row-reader";

/** Any table can be read: its columns, their types and domains are given. */
const COLUMNS: readonly Column[] = [
  { names: ["area"], type: NUMBER, domain: { min: 0, max: Infinity, exclusiveMin: true }, required: true },
  {
    names: ["kind"],
    type: { name: "a kind of house", parse: (text) => ["flat", "house"].indexOf(text.trim()) },
    domain: { min: 0, max: 1, exclusiveMin: false },
    required: false,
  },
  { names: ["rooms"], type: NUMBER, domain: { min: 1, max: 50, exclusiveMin: false }, required: false },
];

function read(line: string, needed = [false, false, false]) {
  const [first, record] = new CsvRecords().push(`area,rooms,kind\n${line}\n`);
  const row = new Float64Array(4).fill(77);
  const problem = new RowReader(readHeader(first, COLUMNS, "f"), COLUMNS, needed).read(record, row, 1);
  return { problem, row: [...row] };
}

describe("when a record is a good row", () => {
  it("writes its values in the order of the table's columns", () => {
    expect(read("70,3,house")).toEqual({ problem: undefined, row: [77, 70, 1, 3] });
  });

  it("writes NaN where an optional value is absent", () => {
    expect(read("70, ,flat")).toEqual({ problem: undefined, row: [77, 70, 0, Number.NaN] });
  });
});

describe("when it is not", () => {
  it.each([
    [",3,flat", "area is empty"],
    [
      "-1,99,flat",
      "area must be a finite number, greater than 0; it is -1; rooms must be a finite number, from 1 to 50; it is 99",
    ],
    ["1,2", 'column "rooms": the line ends with it: expected 3 cells, as in the header, but found 2'],
  ])("says of %j what is wrong", (line, problem) => {
    expect(read(line).problem).toBe(problem);
  });

  it("misses what is needed", () => {
    expect(read("70,,flat", [false, false, true]).problem).toBe("rooms is empty");
  });
});

describe("the text of a number", () => {
  it("is that of the same pattern, however it begins", () => {
    const pattern = /^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/;
    const unit = constantFrom(..."0123456789.-+eExXoObBn_ ,\u00a0\t", "Infinity");
    assert(
      property(string({ unit, maxLength: 6 }), (text) => {
        expect(NUMBER.parse(text)).toBe(pattern.test(text) ? Number(text) : Number.NaN);
      }),
      { numRuns: 5000 },
    );
  });

  it("is that of Number, to the last bit", () => {
    const digits = stringMatching(/^-?[0-9]{0,20}\.?[0-9]{0,30}$/);
    const texts = oneof(double({ noNaN: true, noDefaultInfinity: true }).map(String), digits);
    assert(
      property(texts, (text) => {
        const expected = /[0-9]/.test(text) ? Number(text) : Number.NaN;
        expect(NUMBER.parse(text)).toBe(expected);
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ["3.5", 3.5],
    ["+8.3", 8.3],
    ["\u00a08.3\u2009", 8.3],
    ["\t-.5 ", -0.5],
    ["5.", 5],
    ["1e3", 1000],
    ["1E-3", 0.001],
  ])("%j is %d", (text, value) => {
    expect(NUMBER.parse(text)).toBe(value);
  });

  it.each([
    "",
    " ",
    "NaN",
    "Infinity",
    "0x10",
    "1_000",
    "1,000",
    "1 000",
    "1e",
    ".",
    "--1",
    "١٢",
    "−5",
    "5 m",
  ])("%j is none", (text) => {
    expect(NUMBER.parse(text)).toBeNaN();
  });
});
