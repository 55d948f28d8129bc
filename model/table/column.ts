import type { Domain } from "./domain";

export interface CellType {
  /** With an article: "a number". */
  readonly name: string;
  /** @returns `NaN` if the text is not of this type */
  parse(text: string): number;
  /** Formats a value for messages, if not as a number. */
  show?(value: number): string;
}

export interface Column {
  /** Accepted names in a file. Messages use the first one if the file has none. */
  readonly names: readonly string[];
  readonly type: CellType;
  readonly domain: Domain;
  readonly required: boolean;
  /** Texts for missing values, besides the empty cell. */
  readonly missingValues?: ReadonlySet<string>;
}

export function isMissing({ missingValues }: Column, text: string): boolean {
  return text === "" || (missingValues?.has(text) ?? false);
}

/**
 * A decimal number, surrounded by blanks. `Number` accepts more: hexadecimal, `Infinity`, empty text. The pattern matches in linear time:
 * its parts cannot overlap.
 */
const DECIMAL = /^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?\s*$/;

export const NUMBER: CellType = {
  name: "a number",
  parse: (text) => parsePlain(text) ?? (DECIMAL.test(text) ? Number(text) : Number.NaN),
};

/** Powers of ten that are exact in double precision. */
const POWERS = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

const [MINUS, POINT, DIGIT_0, DIGIT_9] = [0x2d, 0x2e, 0x30, 0x39];

/**
 * Parses plain decimals in a third of the time of `Number`, with the same result: the quotient of two exact numbers is correctly rounded
 * (Clinger, "How to read floating point numbers accurately", PLDI 1990).
 *
 * @returns undefined for other forms or too many digits
 */
function parsePlain(text: string): number | undefined {
  const { length } = text;
  const start = text.charCodeAt(0) === MINUS ? 1 : 0;
  let digits = 0;
  let point = length;
  let count = 0;
  for (let i = start; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code >= DIGIT_0 && code <= DIGIT_9) {
      digits = 10 * digits + code - DIGIT_0;
      count++;
    } else if (code === POINT && point === length) {
      point = i;
    } else {
      return undefined;
    }
  }
  const decimals = point === length ? 0 : length - point - 1;
  if (count === 0 || digits > Number.MAX_SAFE_INTEGER || decimals >= POWERS.length) return undefined;
  const value = digits / POWERS[decimals];
  return start === 1 ? -value : value;
}
