import fc from "fast-check";
import { anyDefect, HEADER, ROWS } from "../../../support/defective-tables";
import { refusalOfText } from "../../../support/describing";

describe("whatever is broken in a table", () => {
  it("is told by one message that names file, line and column, and no file is written", async () => {
    await fc.assert(
      fc.asyncProperty(anyDefect, async ({ content, line, column }) => {
        const refusal = await refusalOfText(content);
        expect(refusal).toMatch(/^DATA_INVALID: houses\.csv[ ,:]/);
        expect(refusal).toContain(`line ${line}, column ${column}`);
        // Nothing else is blamed.
        expect(refusal.match(/line \d+, column/g)).toHaveLength(1);
      }),
      { numRuns: 40 },
    );
  });

  it("is told for up to twenty lines at once", async () => {
    const content = [HEADER, ...ROWS.map((row, i) => (i % 4 === 0 ? row.slice(0, 30) : row))].join("\n");
    const refusal = await refusalOfText(content);
    expect(refusal).toContain("has 30 bad lines");
    expect(refusal.match(/\nline \d+, column/g)).toHaveLength(20);
  });

  it.each<[what: string, content: string | Uint8Array, message: string]>([
    ["an empty file", "", "houses.csv is empty"],
    ["a header alone", `${HEADER}\n`, "houses.csv has names in line 1 and no rows"],
    ["one column alone", "price\n1\n2\n", "houses.csv, line 1, column 1: it is the only column"],
    ["another encoding", Buffer.from(`\uFEFF${HEADER}\n${ROWS[0]}\n`, "utf16le"), "houses.csv is UTF-16"],
    ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "houses.csv is"],
  ])("is told of %s", async (_what, content, message) => {
    const refusal = await refusalOfText(content);
    expect(refusal).toMatch(/^DATA_INVALID: /);
    expect(refusal).toContain(message);
  });
});
