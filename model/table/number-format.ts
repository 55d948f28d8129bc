import { NUMBER } from "./column";
import { literalPattern } from "./literal-pattern";

/** How the numbers of a column are written, in the terms of the Table Schema standard. */
export interface NumberFormat {
  /** The sign before the decimals: one character. */
  readonly decimalChar: string;
  /** The sign between groups of digits: one character. */
  readonly groupChar?: string | undefined;
  /** Whether nothing but the number is in a cell: false where a currency or a unit may stand around it. */
  readonly bareNumber: boolean;
}

export const PLAIN_NUMBER: NumberFormat = { decimalChar: ".", bareNumber: true };

/** What separates thousands where a blank does: no-break spaces as well. */
const BLANK = /[ \u00a0\u2009\u202f]/;

/** Longest text that can be a number with what stands around it. */
const MAX_NUMBER = 400;

/** @returns the number that a text is in this format; `NaN` where it is none */
export type NumberParser = (text: string) => number;

/** Makes a parser of numbers of one format. */
export function numberParser({ decimalChar, groupChar, bareNumber }: NumberFormat): NumberParser {
  if (decimalChar === "." && groupChar === undefined && bareNumber) return NUMBER.parse;
  const decimal = literalPattern(decimalChar);
  const group = groupPattern(groupChar);
  // Groups of three digits; in India those before the last have two: 12,34,567. None begins with a zero, as 0,123 would.
  const grouped = new RegExp(`^[+-]?[1-9]\\d{0,2}(?:${group}\\d{2,3})*${group}\\d{3}(?:${decimal}\\d*)?$`);
  const groups = new RegExp(group, "g");
  const part = new RegExp(`\\d|${decimal}|${group}`);
  return (cell) => {
    if (cell.length > MAX_NUMBER) return Number.NaN;
    const text = bareNumber ? cell.trim() : stripAffixes(cell, decimalChar, part);
    // A point in another format separates groups, or has no meaning.
    const ungrouped = grouped.test(text) ? text.replace(groups, "") : text;
    if (decimalChar !== "." && ungrouped.includes(".")) return Number.NaN;
    return NUMBER.parse(decimalChar === "." ? ungrouped : ungrouped.replace(decimalChar, "."));
  };
}

/**
 * The number in a text without what stands around it, but with its sign: "-$1,200 a month" is "-1,200", and "85 m2" is "85".
 *
 * @param isPart - whether a character may stand in a number: a digit, a sign before decimals or between groups
 * @returns the empty string where there is no number, or a second one
 */
function stripAffixes(text: string, decimalChar: string, isPart: RegExp): string {
  const first = text.search(/\d/);
  if (first === -1) return "";
  const before = text.slice(0, first);
  const start = before.endsWith(decimalChar) ? first - decimalChar.length : first;
  let end = first;
  while (end < text.length && isPart.test(text[end])) end++;
  // A digit of a unit stands behind a letter; any other belongs to a second number.
  if (/(?<!\p{L})\d/u.test(text.slice(end))) return "";
  while (!/\d/.test(text[end - 1])) end--;
  return (/[-\u2212]/.test(before) ? "-" : "") + text.slice(start, end);
}

/** Matches the sign between groups; nothing where there is none. */
function groupPattern(groupChar: string | undefined): string {
  if (groupChar === undefined) return "(?!)";
  return BLANK.test(groupChar) ? BLANK.source : literalPattern(groupChar);
}
