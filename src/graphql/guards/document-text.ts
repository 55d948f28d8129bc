import { type GraphQLError, Lexer, Source, TokenKind } from "graphql";
import { refusal } from "./refusal";

/** Tokens of shorter documents are not checked: even repeated in a hundred errors, they are small. */
const SHORT_DOCUMENT = 4000;

/** In characters. */
const MAX_TOKEN_LENGTH = 1000;

const CHARACTERS_PER_TOKEN = 100;

/**
 * Refuses a document that is very long or has a very long token, before it is parsed. Errors repeat names and literals, once per variable
 * or field, and each error searches the whole document for its line.
 *
 * @throws GraphQLError QUERY_TOO_LONG
 */
export function refuseLongText(text: string, maxTokens: number): void {
  if (text.length <= SHORT_DOCUMENT) return;
  const maxLength = maxTokens * CHARACTERS_PER_TOKEN;
  if (text.length > maxLength) throw tooLong(`The query has more than ${maxLength} characters`);
  if (hasLongToken(text, maxTokens)) {
    throw tooLong(`A name or a string of the query has more than ${MAX_TOKEN_LENGTH} characters`);
  }
}

function hasLongToken(text: string, maxTokens: number): boolean {
  const lexer = new Lexer(new Source(text));
  try {
    for (let count = 0; count <= maxTokens; count++) {
      const { kind, start, end } = lexer.advance();
      if (end - start > MAX_TOKEN_LENGTH) return true;
      if (kind === TokenKind.EOF) return false;
    }
  } catch {
    // The parser reports syntax errors.
  }
  return false;
}

function tooLong(what: string): GraphQLError {
  return refusal("QUERY_TOO_LONG", `${what}; send its values as variables.`);
}
