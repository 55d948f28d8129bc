import { type GraphQLError, Lexer, Source, TokenKind } from "graphql";
import { refusal } from "./refusal";

/** Longest document whose tokens are not looked at one by one: repeated in a hundred errors, it still makes little. */
const SHORT_DOCUMENT = 4000;

/** Greatest length of a token, in characters. */
const MAX_TOKEN_LENGTH = 1000;

/** Characters that a document may have for each token that it may have. */
const CHARACTERS_PER_TOKEN = 100;

/**
 * Refuses a document that is very long, or has a very long name or string, before it is parsed. Errors repeat names and literals, an
 * error for each variable or field, and each error looks for its line in the whole document.
 *
 * @param maxTokens - most tokens that a document may have
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
    // The parser tells syntax errors.
  }
  return false;
}

function tooLong(what: string): GraphQLError {
  return refusal("QUERY_TOO_LONG", `${what}; send its values as variables.`);
}
