import { Lexer } from "graphql";
import { DocumentAdmission } from "../../../../../src/graphql/guards/document-admission";

let admission: DocumentAdmission;

beforeEach(() => {
  admission = new DocumentAdmission(1000);
});

/** How many tokens are read when a document is checked. */
function tokensRead(text: string): number {
  const advance = jest.spyOn(Lexer.prototype, "advance");
  try {
    admission.check(text);
    return advance.mock.calls.length;
  } finally {
    advance.mockRestore();
  }
}

const repeat = (times: number) => `{ ${"a ".repeat(times)}}`;

describe("a document", () => {
  it("when it has a long token, then it is refused, each time", () => {
    for (let time = 0; time < 2; time++) {
      expect(() => admission.check(`{ ${"a".repeat(5000)} }`)).toThrow("A name or a string of the query");
    }
  });

  it("when it selects a field very often, then it is refused, each time", () => {
    expect(() => admission.check(repeat(50))).not.toThrow();
    for (let time = 0; time < 2; time++)
      expect(() => admission.check(repeat(51))).toThrow("more than 50 times");
  });

  it.each(["{", "", `{ ${"a b ".repeat(600)}}`])("when it cannot be parsed, then Apollo tells", (text) => {
    expect(() => admission.check(text)).not.toThrow();
  });
});

describe("a document that was admitted", () => {
  it("is not read again", () => {
    expect(tokensRead("{ a }")).toBeGreaterThan(0);
    expect(tokensRead("{ a }")).toBe(0);
    expect(tokensRead("{ b }")).toBeGreaterThan(0);
  });

  it("when it is long, then it is not remembered", () => {
    const [long, tooLong] = [10_000, 10_001].map((length) => "{ a }".padEnd(length));
    for (const text of [long, tooLong]) admission.check(text);
    expect(tokensRead(long)).toBe(0);
    expect(tokensRead(tooLong)).toBeGreaterThan(0);
  });

  it("when two hundred others were admitted since, then it is read again", () => {
    admission.check("{ a }");
    for (let i = 1; i < 200; i++) admission.check(`{ a${i} }`);
    expect(tokensRead("{ a1 }")).toBe(0);
    // Reading it was its last use: the first document is the oldest.
    admission.check("{ a200 }");
    expect(tokensRead("{ a }")).toBeGreaterThan(0);
  });
});
