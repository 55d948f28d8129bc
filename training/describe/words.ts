/** Letters that NFKD does not decompose. */
const LETTERS: { readonly [letter: string]: string } = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  "%": " percent ",
  "°": " degrees ",
};

/**
 * Lower-case ASCII words of a column name: "Year Remod/Add" and "YearRemodAdd" give `year`, `remod`, `add`. Letters of other scripts are
 * dropped.
 */
export function wordsOf(name: string): string[] {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/([\p{Ll}0-9])(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase()
    .replace(/[ßæœøłđðþı%°]/g, (letter) => LETTERS[letter])
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}

/** Whether a word is in the list, with or without trailing digits: `sqft15` is `sqft`. */
export function hasWord(words: readonly string[], list: ReadonlySet<string>): boolean {
  return words.some((word) => list.has(word) || list.has(word.replace(/\d+$/, "")));
}
