import fc from "fast-check";
import { CsvLines, MAX_LINE } from "../../../../model/table/csv-lines";

function linesOf(...pieces: readonly string[]): unknown[][] {
  const found: unknown[][] = [];
  const lines = new CsvLines({
    line: (...line) => found.push(line),
    tooLong: (number, text) => found.push([number, text, "too long"]),
  });
  for (const piece of pieces) lines.push(piece);
  lines.end();
  return found;
}

describe("lines", () => {
  it("end in LF, CRLF or CR, and the last one may have no end", () => {
    expect(linesOf("a\nb\r\nc\rd")).toEqual([
      [1, "a", "\n"],
      [2, "b", "\r\n"],
      [3, "c", "\r"],
      [4, "d", ""],
    ]);
  });

  it("may be empty", () => {
    expect(linesOf("\n\n")).toEqual([
      [1, "", "\n"],
      [2, "", "\n"],
    ]);
    expect(linesOf("")).toEqual([]);
    expect(linesOf("\r")).toEqual([[1, "", "\r"]]);
  });

  it("are one line where CR and LF come in two pieces", () => {
    expect(linesOf("a\r", "\nb\r", "c")).toEqual([
      [1, "a", "\r\n"],
      [2, "b", "\r"],
      [3, "c", ""],
    ]);
  });

  it("are the same however the text is cut", () => {
    const text = fc.string({ unit: fc.constantFrom("a", ",", "\n", "\r"), maxLength: 30 });
    fc.assert(
      fc.property(text, fc.array(fc.nat(30), { maxLength: 6 }), (whole, cuts) => {
        const ends = [...cuts.map((cut) => Math.min(cut, whole.length)), whole.length].sort((a, b) => a - b);
        const pieces = ends.map((end, i) => whole.slice(ends[i - 1] ?? 0, end));
        expect(linesOf(...pieces)).toEqual(linesOf(whole));
        expect(
          linesOf(whole)
            .map(([, line, ending]) => `${line}${ending}`)
            .join(""),
        ).toBe(whole);
      }),
    );
  });
});

describe("a line that is too long", () => {
  const long = "x".repeat(MAX_LINE + 1);
  const excerpt = "x".repeat(200);

  it("is reported once, with its beginning, and the next lines are read", () => {
    const after = [
      [1, excerpt, "too long"],
      [2, "b", ""],
    ];
    expect(linesOf(`${long}\nb`)).toEqual(after);
    expect(linesOf(long, "y", "z\nb")).toEqual(after);
    expect(linesOf(`${long}\r`, "\nb")).toEqual(after);
  });

  it("may be the last", () => {
    expect(linesOf("a\n", long, "y")).toEqual([
      [1, "a", "\n"],
      [2, excerpt, "too long"],
    ]);
  });

  it("is one with more characters than are allowed", () => {
    const longest = "x".repeat(MAX_LINE);
    expect(linesOf(`${longest}\n`)).toEqual([[1, longest, "\n"]]);
  });
});

it("the unfinished line is the one after the last end", () => {
  const lines = new CsvLines({ line: () => {}, tooLong: () => {} });
  lines.push("a\nb\nc,d");
  expect(lines.unfinished).toEqual({ number: 3, text: "c,d" });
});
