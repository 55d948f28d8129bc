import fc from "fast-check";
import { DELIMITERS, findDelimiter } from "../../../../training/describe/delimiter";

describe("the delimiter of a file", () => {
  it.each([
    ["of which each row has as many cells as the header", "a;b\n1,5;2\n3;4,5\n", ";"],
    ["with more columns, where each row agrees to two", "a,b|c|d\n1,2|3|4\n5,6|7|8\n", "|"],
    ["of which more rows agree, though the other makes more columns", "a;b,c,d\n1;2\n3;4\n", ";"],
    ["of a header alone", "a|b", "|"],
    ["of a header and an incomplete row", "a;b\n1", ";"],
    ["of rows, of which the last is cut and does not count", "a;b,c\n1;2,3\n4;5", ","],
    ["of rows with quotes", 'a;b\n"1;5";2\n', ";"],
    ["of a single column, which is a comma", "a\n1\n2\n", ","],
    ["of nothing, which is a comma", "", ","],
    ["that comes first, if two are equally good", "a,b;c\n1,2;3\n", ","],
  ])("is the one %s", (_what, text, delimiter) => {
    expect(findDelimiter(text)).toBe(delimiter);
  });

  it("is not one whose rows are broken", () => {
    expect(findDelimiter('a;b,c\n"x"y;2,3\n"x"z;5,6\n')).toBe(",");
  });

  it("is found for each of them, whatever the cells hold besides", () => {
    const cell = fc.stringMatching(/^[a-z0-9.]{1,6}$/);
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(fc.constantFrom(...DELIMITERS), table, (delimiter, rows) => {
        expect(findDelimiter(rows.map((row) => row.join(delimiter)).join("\n"))).toBe(delimiter);
      }),
    );
  });
});
