import { gzipSync } from "node:zlib";
import { assert, constantFrom, integer, property, string, uint8Array } from "fast-check";
import { decodeText, NotTextError, printable, printableLines, TextPieces } from "../../../../model/file/text";

const LINES = "MedInc,AveRooms\n3.5,5\n2,4\n";
const MARK = "\uFEFF";

/** What is wrong with some bytes, also where they come one by one. */
function problemOf(bytes: Uint8Array): string {
  const problems = [bytes.length, 1].map((size) => {
    try {
      decodeIn(bytes, size);
      return "nothing";
    } catch (error) {
      if (error instanceof NotTextError) return error.message;
      throw error;
    }
  });
  expect(problems[1]).toBe(problems[0]);
  return problems[0];
}

function decodeIn(bytes: Uint8Array, size: number): string {
  const pieces = new TextPieces();
  let text = "";
  for (let at = 0; at < bytes.length; at += size) text += pieces.push(bytes.subarray(at, at + size));
  return text + pieces.end();
}

const utf16 = (text: string) => Buffer.from(text, "utf16le");
const swapped = (text: string) => utf16(text).swap16();
function utf32(text: string): Buffer {
  return Buffer.from(Uint32Array.from(text, (character) => character.codePointAt(0) ?? 0).buffer);
}

describe("when the bytes are UTF-8", () => {
  it("gives their text, without a byte order mark", () => {
    expect(decodeText(Buffer.from(LINES))).toBe(LINES);
    expect(decodeText(Buffer.from(MARK + LINES))).toBe(LINES);
    expect(decodeText(Buffer.from(`a${MARK}b`))).toBe(`a${MARK}b`);
    expect(decodeText(new Uint8Array())).toBe("");
    expect(decodeText(Buffer.from(MARK))).toBe("");
  });

  it("gives the same text whatever the pieces are", () => {
    const text = string({
      unit: constantFrom("a", ",", "\n", "é", "₂", "😀", MARK, "\uFFFD"),
      maxLength: 300,
    });
    assert(
      property(text, integer({ min: 1, max: 200 }), (whole, size) => {
        expect(decodeIn(Buffer.from(MARK + whole), size)).toBe(whole);
      }),
    );
  });

  it("lets text begin with the letters of a compressed file", () => {
    for (const text of ["PK,b\n1,2\n", "BZh9,b\n", "7z,b\n"])
      expect(decodeText(Buffer.from(text))).toBe(text);
  });
});

describe("when text comes in pieces", () => {
  it("gives a line at once", () => {
    const pieces = new TextPieces();
    expect([pieces.push(Buffer.from("a\n")), pieces.push(Buffer.from("b"))]).toEqual(["a\n", "b"]);
  });

  it("gives a beginning without a line, or with a zero, only when its format can be recognized", () => {
    const pieces = new TextPieces();
    expect(pieces.push(Buffer.from("x".repeat(127)))).toBe("");
    expect(pieces.push(Buffer.from("y"))).toBe(`${"x".repeat(127)}y`);
    expect(new TextPieces().push(Buffer.from("a\0\n"))).toBe("");
    expect(new TextPieces().push(Buffer.from("z".repeat(128)))).toBe("z".repeat(128));
  });

  it.each([
    ["is not UTF-8 (byte 5 is invalid; it may be Windows-1252 or Latin-1): save it as UTF-8", 0xff],
    ["is not text (byte 5 is zero): pass a UTF-8 text file", 0],
  ])("counts the bytes of all of them, and keeps the text before the one to blame: %s", (message, byte) => {
    const pieces = new TextPieces();
    pieces.push(Buffer.from("ab\n"));
    let problem: unknown;
    try {
      pieces.push(Buffer.from([0x63, byte]));
    } catch (error) {
      problem = error;
    }
    expect(problem).toMatchObject({ name: "NotTextError", message, before: "c" });
  });
});

describe("when the bytes are not UTF-8", () => {
  const encoded: [name: string, bytes: Buffer][] = [
    ["UTF-16 (little-endian)", utf16(MARK + LINES)],
    ["UTF-16 (little-endian)", utf16(LINES)],
    ["UTF-16 (little-endian)", utf16("Цена,Район\n3.5,Центральный\n2,Приморский\n")],
    ["UTF-16 (little-endian)", utf16("a")],
    ["UTF-16 (big-endian)", swapped(MARK + LINES)],
    ["UTF-16 (big-endian)", swapped(LINES)],
    ["UTF-32 (little-endian)", utf32(MARK + LINES)],
    ["UTF-32 (little-endian)", utf32(LINES)],
    ["UTF-32 (big-endian)", utf32(MARK + LINES).swap32()],
    ["UTF-32 (big-endian)", utf32(LINES).swap32()],
  ];

  it.each(encoded)("names %s", (name, bytes) => {
    expect(problemOf(bytes)).toBe(`is ${name}: save it as UTF-8`);
  });

  const zip = (entry: string) => Buffer.from(`PK\x03\x04${"\0".repeat(26)}${entry}`, "latin1");
  const packed: [says: string, bytes: Buffer][] = [
    ["is compressed (gzip): decompress it first", gzipSync(LINES)],
    ["is compressed (zip): decompress it first", zip("houses.csv")],
    ["is compressed (xz): decompress it first", Buffer.from("\xfd7zXZ\0\0\x04", "latin1")],
    ["is compressed (zstd): decompress it first", Buffer.from("\x28\xb5\x2f\xfd\x24\0", "latin1")],
    ["is compressed (bzip2): decompress it first", Buffer.from("BZh91AY&SY\x8f\x01", "latin1")],
    ["is compressed (7z): decompress it first", Buffer.from("7z\xbc\xaf\x27\x1c\0\x04", "latin1")],
    ['is an Excel workbook: save its sheet as "CSV UTF-8"', zip("[Content_Types].xml")],
    [
      'is an Excel workbook: save its sheet as "CSV UTF-8"',
      Buffer.from("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", "latin1"),
    ],
    [
      'is an OpenDocument spreadsheet: save its sheet as "CSV UTF-8"',
      zip("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"),
    ],
  ];

  it.each(packed)("says: %s", (says, bytes) => {
    expect(problemOf(bytes)).toBe(says);
  });

  it("names the first byte that is zero", () => {
    const bytes = Buffer.from(`${LINES.repeat(20)}a\0b`);
    expect(problemOf(bytes)).toBe(`is not text (byte ${bytes.length - 1} is zero): pass a UTF-8 text file`);
  });

  it.each([
    ["Latin-1", Buffer.from(`${LINES.repeat(20)}Montr\xe9al,2`, "latin1"), 526],
    ["a surrogate", Buffer.from([0x61, 0xed, 0xa0, 0x80, 0x61]), 2],
    ["an overlong form", Buffer.from([0x61, 0xc0, 0x80, 0x61]), 2],
    ["a broken byte behind a replacement character", Buffer.from([0xef, 0xbf, 0xbd, 0xff]), 4],
  ])("names the first byte of %s", (_name, bytes, at) => {
    const says = "is invalid; it may be Windows-1252 or Latin-1): save it as UTF-8";
    expect(() => decodeText(bytes)).toThrow(`is not UTF-8 (byte ${at} ${says}`);
    // Piece by piece the place is known to within a character.
    expect(() => decodeIn(bytes, 1)).toThrow(says);
  });

  it("says that the end of the file cuts a character", () => {
    const bytes = Buffer.from(`${LINES}é`).subarray(0, -1);
    expect(problemOf(bytes)).toBe(
      "is not UTF-8 (it ends within a character; it may be Windows-1252 or Latin-1): save it as UTF-8",
    );
  });

  it("never gives text with a zero in it, and never fails otherwise", () => {
    assert(
      property(uint8Array({ maxLength: 300 }), integer({ min: 1, max: 300 }), (bytes, size) => {
        let text: string | undefined;
        try {
          text = decodeIn(bytes, size);
        } catch (error) {
          expect(error).toBeInstanceOf(NotTextError);
        }
        if (text !== undefined) expect(Buffer.from(text).equals(Buffer.from(bytes))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe("when a message quotes a text", () => {
  it.each([
    ["plain text, é and 😀", "plain text, é and 😀"],
    ["\u001b[31mred\u0007", "\\u001b[31mred\\u0007"],
    ["a\0b\u009bc\u007f", "a\\u0000b\\u009bc\\u007f"],
    ["two\r\nlines\tand\u2028more", "two\\u000d\\u000alines\\u0009and\\u2028more"],
    ["\u202egnp.exe\u2066\u200f", "\\u202egnp.exe\\u2066\\u200f"],
    ["\u00a03.5\u3000\ufeff", "\\u00a03.5\\u3000\\ufeff"],
    ["half \ud83d of a pair", "half \\ud83d of a pair"],
  ])("shows %j as %s", (text, shown) => {
    expect(printable(text, 40)).toBe(shown);
  });

  it("shortens it, between characters", () => {
    expect(printable("z".repeat(5000), 3)).toBe("zzz…");
    expect(printable("ab😀", 3)).toBe("ab…");
    expect(printable("ab😀", 4)).toBe("ab😀");
  });

  it("keeps the lines of a whole message, and no other control character", () => {
    expect(printableLines("line 1: \u001b[2J\nline 2: a\u00a0b\r")).toBe(
      "line 1: \\u001b[2J\nline 2: a\u00a0b\\u000d",
    );
  });
});
