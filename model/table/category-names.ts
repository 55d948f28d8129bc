/** Largest number of values of an enum; a column with more categories takes any text. */
export const MAX_ENUM_VALUES = 100;

/** Longest name that is made of a category. */
const MAX_LENGTH = 100;

/** Name of the category that is no text. */
const EMPTY = "EMPTY";

/** Signs that tell categories apart, in words: `<1H OCEAN` is not `1H OCEAN`. */
const SIGNS: readonly (readonly [sign: RegExp, word: string])[] = [
  [/</g, "_LESS_THAN_"],
  [/>/g, "_MORE_THAN_"],
  [/\+/g, "_PLUS_"],
  [/%/g, "_PERCENT_"],
  [/&/g, "_AND_"],
  [/^[-−](?=[\d.])/, "MINUS_"],
];

/** Latin letters that are not a letter of ASCII with an accent. */
const LETTERS = new Map(Object.entries({ Æ: "AE", Ø: "O", Œ: "OE", Ł: "L", Đ: "D", Þ: "TH" }));

/**
 * Names the categories of a column as values of a GraphQL enum: in capitals, each another, in the order of the categories.
 * `NEAR BAY` becomes `NEAR_BAY`, `1st` becomes `_1ST`, and where two texts give the same name, the later one gets a number.
 *
 * Capitals are never `true`, `false` or `null`, and no name begins with two underscores: GraphQL reserves both.
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

/** The name of a text; other texts may have the same. */
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

/** A letter of another alphabet is told by its code point, which stays the same whatever other categories there are. */
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
