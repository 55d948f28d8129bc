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
  const ascii = name
    .replace(/[ßæœøłđðþı%°]/gi, (letter) => LETTERS[letter.toLowerCase()] ?? "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "");
  return ascii
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}

/** Whether a word is in the list, with or without trailing digits: `sqft15` is `sqft`. */
export function hasWord(words: readonly string[], list: ReadonlySet<string>): boolean {
  return words.some((word) => list.has(word) || list.has(word.replace(/\d+$/, "")));
}
