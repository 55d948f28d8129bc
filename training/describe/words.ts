/** Characters that NFKD does not take apart. */
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
 * The words of a column's name, in small ASCII letters and digits: "Year Remod/Add" and "YearRemodAdd" are `year`,
 * `remod`, `add`. Letters of other scripts are left out.
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

/** Whether one of the words is in a list, with or without a number behind it: `sqft15` is `sqft`. */
export function hasWord(words: readonly string[], list: ReadonlySet<string>): boolean {
  return words.some((word) => list.has(word) || list.has(word.replace(/\d+$/, "")));
}
