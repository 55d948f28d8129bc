/**
 * Missing-value words in lower case: those of pandas (https://pandas.pydata.org/docs/reference/api/pandas.read_csv.html) and common
 * others.
 */
const NULL_WORDS = new Set([
  "na",
  "n/a",
  "#n/a",
  "#na",
  "#n/a n/a",
  "<na>",
  "nan",
  "-nan",
  "null",
  "#null!",
  "#value!",
  "#div/0!",
  "1.#ind",
  "-1.#ind",
  "1.#qnan",
  "-1.#qnan",
]);

/** Words that mean missing only if all other cells are numbers or dates. */
const PLACEHOLDERS = new Set([
  "?",
  "-",
  "--",
  "---",
  "–",
  "—",
  ".",
  "..",
  "*",
  "none",
  "nil",
  "n.a.",
  "n.a",
  "n.d.",
  "missing",
  "unknown",
  "not available",
  "not applicable",
  "undefined",
  "\\n",
]);

const LONGEST = 16;

/** Whether a cell means missing in a column of numbers or dates. */
export function isMissingWord(cell: string): boolean {
  if (cell.length > LONGEST) return false;
  const word = cell.toLowerCase();
  return NULL_WORDS.has(word) || PLACEHOLDERS.has(word);
}

/** Whether a category means missing, such as `NA`, but not `None` or `unknown`, which are words. */
export function isNullWord(category: string): boolean {
  return NULL_WORDS.has(category.toLowerCase());
}
