import type { TableColumn } from "./table-column";

/** Maximum number of enum values; columns with more categories accept any text. */
export const MAX_ENUM_VALUES = 100;

/** Whether the categories of a column are the values of an enum in the API. */
export function isEnum({ kind, categories }: Pick<TableColumn, "kind" | "categories">): boolean {
  return kind === "category" && categories !== undefined && categories.length <= MAX_ENUM_VALUES;
}

const MAX_LENGTH = 100;

const EMPTY = "EMPTY";

/** Signs that distinguish categories: `<1H OCEAN` is not `1H OCEAN`. */
const SIGNS: readonly (readonly [sign: RegExp, word: string])[] = [
  [/</g, "_LESS_THAN_"],
  [/>/g, "_MORE_THAN_"],
  [/\+/g, "_PLUS_"],
  [/%/g, "_PERCENT_"],
  [/&/g, "_AND_"],
  [/^[-−](?=[\d.])/, "MINUS_"],
];

/** Latin letters that are not an ASCII letter with an accent. */
const LETTERS = new Map(Object.entries({ Æ: "AE", Ø: "O", Œ: "OE", Ł: "L", Đ: "D", Þ: "TH" }));

/**
 * Names the categories of a column as GraphQL enum values: upper-case, distinct, in order. `NEAR BAY` becomes `NEAR_BAY`, `1st` becomes
 * `_1ST`; duplicates get a number. Names never clash with `true`, `false`, `null` or two leading underscores, which GraphQL reserves.
 */
export function categoryNames(categories: readonly string[]): string[] {
  const plain = categories.map(plainName);
  const taken = new Set(plain);
  const seen = new Map<string, number>();
  return plain.map((name) => {
    let number = (seen.get(name) ?? 0) + 1;
    let unique = name;
    if (number > 1) {
      for (unique = numbered(name, number); taken.has(unique); unique = numbered(name, number)) number++;
      taken.add(unique);
    }
    seen.set(name, number);
    return unique;
  });
}

/** Not yet unique. */
function plainName(text: string): string {
  const worded = SIGNS.reduce((rest, [sign, word]) => rest.replace(sign, word), text);
  const letters = worded
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toUpperCase()
    .replace(/[^ -~]/gu, transcribe);
  const name = letters.replace(/[^0-9A-Z]+/g, "_").replace(/^_|_$/g, "");
  const whole = /^\d/.test(name) ? `_${name}` : name;
  return whole.slice(0, MAX_LENGTH) || (text === "" ? EMPTY : codeOf(text));
}

/** Letters of other alphabets become code points, which do not depend on the other categories. */
function transcribe(character: string): string {
  return LETTERS.get(character) ?? (/[\p{L}\p{N}]/u.test(character) ? codeOf(character) : "_");
}

function codeOf(text: string): string {
  const [character = ""] = text;
  return `U${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function numbered(name: string, number: number): string {
  const suffix = `_${number}`;
  return `${name.slice(0, MAX_LENGTH - suffix.length)}${suffix}`;
}
