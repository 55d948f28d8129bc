import { readFileSync } from "node:fs";
import fc from "fast-check";
import { refusalOfText } from "../../../support/describing";

const [HEADER, ...ROWS] = readFileSync("examples/houses/houses.csv", "utf8").split("\n").slice(0, 121);
const NAMES = HEADER.split(",");
const TYPED = ["sold", "living area (m²)", "plot (m²)", "rooms", "year built", "lat", "lng", "price"];

/** A table with a defect, and where its message must say that it is. */
interface Defective {
  readonly content: string | Uint8Array;
  readonly line: number;
  /** The column as a message names it: by its name in quotes, or by its number. */
  readonly column: string;
}

/** The table with a line changed; the header is line 1. */
function withLine(line: number, change: (text: string) => string): string {
  return [HEADER, ...ROWS].map((text, i) => (i === line - 1 ? change(text) : text)).join("\n");
}

function withCell(line: number, name: string, change: (cell: string) => string): string {
  const column = NAMES.indexOf(name);
  return withLine(line, (text) =>
    text
      .split(",")
      .map((cell, i) => (i === column ? change(cell) : cell))
      .join(","),
  );
}

const line = fc.integer({ min: 2, max: ROWS.length + 1 });
const name = fc.constantFrom(...NAMES);

const badCell = fc
  .record({
    line,
    name: fc.constantFrom(...TYPED),
    cell: fc.constantFrom("x", "12a", "1..5", "soon", "99/99/2022", "#"),
  })
  .map(
    ({ line, name, cell }): Defective => ({
      content: withCell(line, name, () => cell),
      line,
      column: `"${name}"`,
    }),
  );

const noPrice = line.map(
  (line): Defective => ({ content: withCell(line, "price", () => ""), line, column: '"price"' }),
);

const strayQuote = fc.record({ line, name, quoted: fc.constantFrom('"ab', 'a"b', 'a"b"c', '"a"b') }).map(
  ({ line, name, quoted }): Defective => ({
    content: withCell(line, name, () => quoted),
    line,
    column: `"${name}"`,
  }),
);

const otherDelimiter = fc.record({ line, sign: fc.constantFrom(";", "\t", "|") }).map(
  ({ line, sign }): Defective => ({
    content: withLine(line, (text) => text.replaceAll(",", sign)),
    line,
    column: '"id"',
  }),
);

const cutLine = fc.record({ line, cells: fc.integer({ min: 1, max: NAMES.length - 1 }) }).map(
  ({ line, cells }): Defective => ({
    content: withLine(line, (text) => text.split(",").slice(0, cells).join(",")),
    line,
    column: `"${NAMES[cells - 1]}"`,
  }),
);

const longLine = line.map(
  (line): Defective => ({ content: withLine(line, (text) => `${text},1`), line, column: '"price"' }),
);

const mergeMark = fc
  .record({
    line,
    mark: fc.constantFrom("<<<<<<< HEAD", "=======", ">>>>>>> origin/main", "||||||| 1a2b3c4"),
  })
  .map(({ line, mark }): Defective => ({ content: withLine(line, () => mark), line, column: '"id"' }));

const badByte = fc
  .record({ line, name, byte: fc.constantFrom(0x00, 0xe4, 0xff) })
  .map(({ line, name, byte }): Defective => {
    const text = withCell(line, name, () => "@@@");
    const bytes = Buffer.from(text);
    bytes[bytes.indexOf("@@@")] = byte;
    return { content: bytes, line, column: `"${name}"` };
  });

const twins = fc
  .uniqueArray(fc.nat(NAMES.length - 1), { minLength: 2, maxLength: 2 })
  .map((pair) => pair.sort((one, other) => one - other))
  .map(([first, second]): Defective => {
    const names = NAMES.map((each, i) => (i === second ? NAMES[first] : each));
    return { content: withLine(1, () => names.join(",")), line: 1, column: String(second + 1) };
  });

const badHeader = fc
  .constantFrom<[header: string, column: number]>(
    [`b'${HEADER}`, 1],
    [NAMES.slice(1).join(","), NAMES.length],
    [`${HEADER},more`, NAMES.length + 1],
    [
      ROWS[0]
        .replace(/^H/, "")
        .replace(/\/\d+\/\d+/, "")
        .replace(/[A-Za-z' ]+/g, ""),
      1,
    ],
    [HEADER.replace("sold", '"sold'), 2],
    [HEADER.replace("sold", "s".repeat(300)), 2],
    ["<<<<<<< HEAD", 1],
  )
  .map(
    ([header, column]): Defective => ({
      content: withLine(1, () => header),
      line: 1,
      column: String(column),
    }),
  );

describe("whatever is broken in a table", () => {
  it("is told by one message that names file, line and column, and no file is written", async () => {
    const defective = fc.oneof(
      ...[
        badCell,
        noPrice,
        strayQuote,
        otherDelimiter,
        cutLine,
        longLine,
        mergeMark,
        badByte,
        twins,
        badHeader,
      ],
    );
    await fc.assert(
      fc.asyncProperty(defective, async ({ content, line, column }) => {
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
    expect(refusal).toContain("has 30 lines that are not rows");
    expect(refusal.match(/\nline \d+, column/g)).toHaveLength(20);
  });

  it.each<[what: string, content: string | Uint8Array, message: string]>([
    ["an empty file", "", "houses.csv is empty"],
    ["a header alone", `${HEADER}\n`, "houses.csv has names in line 1 and no rows"],
    ["one column alone", "price\n1\n2\n", "houses.csv, line 1, column 1: it is the only one"],
    ["another encoding", Buffer.from(`\uFEFF${HEADER}\n${ROWS[0]}\n`, "utf16le"), "houses.csv is UTF-16"],
    ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "houses.csv is"],
  ])("is told of %s", async (_what, content, message) => {
    const refusal = await refusalOfText(content);
    expect(refusal).toMatch(/^DATA_INVALID: /);
    expect(refusal).toContain(message);
  });
});
