import fc from "fast-check";
import { recognizeBinary } from "../../../../model/file/encoding";

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part))),
  );

const TABLE = "area,rooms,price\n71,3,240000\n54,2,180000\n120,5,455000\n";

/** Text as UTF-32, in the order of bytes of the machine that wrote it. */
function utf32(text: string, isLittle: boolean): Buffer {
  const buffer = Buffer.alloc(4 * text.length);
  [...text].forEach((character, i) => {
    const code = character.charCodeAt(0);
    if (isLittle) buffer.writeUInt32LE(code, 4 * i);
    else buffer.writeUInt32BE(code, 4 * i);
  });
  return buffer;
}

const utf16 = (text: string, isLittle: boolean) =>
  isLittle ? Buffer.from(text, "utf16le") : Buffer.from(text, "utf16le").swap16();

describe("a file of another format is recognized", () => {
  it.each<[string, Buffer]>([
    ["is UTF-16 (little-endian): save it as UTF-8", bytes([0xff, 0xfe], "a\0")],
    ["is UTF-16 (big-endian): save it as UTF-8", bytes([0xfe, 0xff], "\0a")],
    ["is UTF-32 (little-endian): save it as UTF-8", bytes([0xff, 0xfe, 0, 0], "a\0\0\0")],
    ["is UTF-32 (big-endian): save it as UTF-8", bytes([0, 0, 0xfe, 0xff], "\0\0\0a")],
    ["is compressed (gzip): decompress it first", bytes([0x1f, 0x8b, 8])],
    ["is compressed (zstd): decompress it first", bytes([0x28, 0xb5, 0x2f, 0xfd, 1])],
    ["is compressed (xz): decompress it first", bytes([0xfd], "7zXZ", [0])],
    ["is compressed (7z): decompress it first", bytes("7z", [0xbc, 0xaf, 0x27, 0x1c])],
    ["is compressed (bzip2): decompress it first", bytes("BZh91AY&SY")],
    ["is compressed (zip): decompress it first", bytes("PK", [3, 4], "houses.csv")],
    ["is compressed (zip): decompress it first", bytes("PK", [5, 6])],
    ["is compressed (zip): decompress it first", bytes("PK", [7, 8])],
    ['is an Excel workbook: save its sheet as "CSV UTF-8"', bytes("PK", [3, 4], "[Content_Types].xml")],
    ['is an Excel workbook: save its sheet as "CSV UTF-8"', bytes("PK", [3, 4], "xl/worksheets")],
    ['is an Excel workbook: save its sheet as "CSV UTF-8"', bytes("PK", [3, 4], "_rels/.rels")],
    [
      'is an OpenDocument spreadsheet: save its sheet as "CSV UTF-8"',
      bytes("PK", [3, 4], "mimetypeapplication/vnd.oasis.opendocument.spreadsheet"),
    ],
    [
      'is an Excel workbook: save its sheet as "CSV UTF-8"',
      bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    ],
  ])("by its first bytes: it %s", (problem, sample) => {
    expect(recognizeBinary(sample)).toBe(problem);
  });

  it.each<[string, Buffer]>([
    ["UTF-16 (little-endian)", utf16(TABLE, true)],
    ["UTF-16 (big-endian)", utf16(TABLE, false)],
    ["UTF-32 (little-endian)", utf32(TABLE, true)],
    ["UTF-32 (big-endian)", utf32(TABLE, false)],
    ["UTF-16 (little-endian)", utf16("面積,部屋,価格\n71,3,240000\n", true)],
    ["UTF-16 (big-endian)", utf16("面積,部屋,価格\n71,3,240000\n", false)],
  ])("by its zeros: %s", (encoding, sample) => {
    expect(recognizeBinary(sample)).toBe(`is ${encoding}: save it as UTF-8`);
  });
});

describe("a text is none of them", () => {
  it.each([
    ["a table", Buffer.from(TABLE)],
    ["a table with a mark", bytes([0xef, 0xbb, 0xbf], TABLE)],
    ["a mark, and zeros", bytes([0xef, 0xbb, 0xbf], "a\0b\0c\0d\0")],
    ["nothing", Buffer.alloc(0)],
    ["a word that begins like bzip2", Buffer.from("BZh9,price\n")],
    ["a word that begins like zip", Buffer.from("PK,price\n")],
    ["a word that begins like 7z", Buffer.from("7z,price\n")],
    ["a single zero", Buffer.from(`${TABLE}\0`)],
    ["zeros anywhere", bytes("a\0\0b\0cde\0f")],
  ])("%s", (_what, sample) => {
    expect(recognizeBinary(sample)).toBeUndefined();
  });

  it("whatever it says", () => {
    const text = fc.string({ unit: fc.constantFrom(..."abcPKBZh,;\n1é"), maxLength: 200 });
    fc.assert(fc.property(text, (content) => recognizeBinary(Buffer.from(content)) === undefined));
  });
});
