import { refuseLongText } from "../../../../../src/graphql/guards/document-text";

const check = (text: string, maxTokens: number) => () => refuseLongText(text, maxTokens);
const name = (length: number) => "a".repeat(length);
/** A text that is long enough to be looked at. */
const padded = (text: string, length = 4001) => text.padEnd(length);

const LONG_TOKEN =
  "A name or a string of the query has more than 1000 characters; send its values as variables.";

describe("a document", () => {
  it("when it is longer than all its tokens may be, then it is refused; as long, it is not", () => {
    expect(check(padded("{a}", 5000), 50)).not.toThrow();
    expect(check(padded("{a}", 5001), 50)).toThrow(
      "The query has more than 5000 characters; send its values as variables.",
    );
  });

  it("when it is short, then it is not looked at", () => {
    expect(check(padded(name(1001), 4000), 1)).not.toThrow();
    expect(check(padded(name(1001), 4001), 50)).toThrow(LONG_TOKEN);
  });

  it("when a token is longer than 1000 characters, then it is refused", () => {
    expect(check(padded(`{ ${name(1000)} }`), 100)).not.toThrow();
    expect(check(padded(`{ ${name(1001)} }`), 100)).toThrow(LONG_TOKEN);
  });

  it("when a string is longer, with its quotes, then it is refused", () => {
    expect(check(padded(`{ a(b: "${name(998)}") }`), 100)).not.toThrow();
    expect(check(padded(`{ a(b: "${name(999)}") }`), 100)).toThrow(LONG_TOKEN);
  });

  it("has a code and the status of a client's error", () => {
    expect(check(padded(name(1001)), 100)).toThrow(
      expect.objectContaining({ extensions: { code: "QUERY_TOO_LONG", http: { status: 400 } } }),
    );
  });

  it("when a long token comes after more tokens than are parsed, then the parser refuses it", () => {
    const after = (tokens: number) => padded(`${"a ".repeat(tokens)}${name(1001)}`);
    expect(check(after(50), 50)).toThrow(LONG_TOKEN);
    expect(check(after(51), 50)).not.toThrow();
  });

  it("when it cannot be read, then the parser tells", () => {
    expect(check(padded('{ "unterminated'), 100)).not.toThrow();
  });
});
