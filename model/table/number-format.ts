import { NUMBER } from "./column";
import { literalPattern } from "./literal-pattern";

/** Number format in terms of the Table Schema standard. */
export interface NumberFormat {
  /** Decimal separator: one character. */
  readonly decimalChar: string;
  /** Thousands separator: one character. */
  readonly groupChar?: string | undefined;
  /** False if a currency or a unit may surround the number. */
  readonly bareNumber: boolean;
}

export const PLAIN_NUMBER: NumberFormat = { decimalChar: ".", bareNumber: true };

/** Thousands separators equivalent to a space, including no-break spaces. */
const BLANK = /[ \u00a0\u2009\u202f]/;

/** Maximum length of a number with its affixes. */
const MAX_NUMBER = 400;

/** @returns the number, or `NaN` if the text is not a number of this format */
export type NumberParser = (text: string) => number;

export function numberParser({ decimalChar, groupChar, bareNumber }: NumberFormat): NumberParser {
  if (decimalChar === "." && groupChar === undefined && bareNumber) return NUMBER.parse;
  const decimal = literalPattern(decimalChar);
  const group = groupPattern(groupChar);
  // Groups of three digits, or of two before the last as in India: 12,34,567. No leading zero, as in 0,123.
  const grouped = new RegExp(`^[+-]?[1-9]\\d{0,2}(?:${group}\\d{2,3})*${group}\\d{3}(?:${decimal}\\d*)?$`);
  const groups = new RegExp(group, "g");
  const part = new RegExp(`\\d|${decimal}|${group}`);
  return (cell) => {
    if (cell.length > MAX_NUMBER) return Number.NaN;
    const text = bareNumber ? cell.trim() : stripAffixes(cell, decimalChar, part);
    // In other formats a point is a thousands separator or invalid.
    const ungrouped = grouped.test(text) ? text.replace(groups, "") : text;
    if (decimalChar !== "." && ungrouped.includes(".")) return Number.NaN;
    return NUMBER.parse(decimalChar === "." ? ungrouped : ungrouped.replace(decimalChar, "."));
  };
}

/**
 * Strips affixes but keeps the sign: "-$1,200 a month" becomes "-1,200", and "85 m2" becomes "85".
 *
 * @param isPart - matches characters of a number: digits and separators
 * @returns an empty string if there is no number, or more than one
 */
function stripAffixes(text: string, decimalChar: string, isPart: RegExp): string {
  const first = text.search(/\d/);
  if (first === -1) return "";
  const before = text.slice(0, first);
  const start = before.endsWith(decimalChar) ? first - decimalChar.length : first;
  let end = first;
  while (end < text.length && isPart.test(text[end])) end++;
  // A digit after a letter belongs to a unit; any other is a second number.
  if (/(?<!\p{L})\d/u.test(text.slice(end))) return "";
  while (!/\d/.test(text[end - 1])) end--;
  return (/[-\u2212]/.test(before) ? "-" : "") + text.slice(start, end);
}

function groupPattern(groupChar: string | undefined): string {
  if (groupChar === undefined) return "(?!)";
  return BLANK.test(groupChar) ? BLANK.source : literalPattern(groupChar);
}
