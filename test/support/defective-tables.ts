import { readFileSync } from "node:fs";
import fc from "fast-check";

/** A good table of houses, whose target is its column `price`. */
export const [HEADER, ...ROWS] = readFileSync("examples/houses/houses.csv", "utf8").split("\n").slice(0, 121);
const NAMES = HEADER.split(",");
const TYPED = ["sold", "living area (m²)", "plot (m²)", "rooms", "year built", "lat", "lng", "price"];

/** A table with a defect, and where its message must say that it is. */
export interface Defective {
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

/** The table with a line below the header broken. */
export const anyBadLine = fc.oneof(
  badCell,
  noPrice,
  strayQuote,
  otherDelimiter,
  cutLine,
  longLine,
  mergeMark,
  badByte,
);

/** The table with any cell, name, delimiter, byte or line of it broken. */
export const anyDefect = fc.oneof({ weight: 4, arbitrary: anyBadLine }, twins, badHeader);
