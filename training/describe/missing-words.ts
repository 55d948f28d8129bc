/**
 * Words that stand for a missing value, in small letters: those that pandas takes for one
 * (https://pandas.pydata.org/docs/reference/api/pandas.read_csv.html), and those that people write.
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

/** Words that mean it only where all other cells of a column are numbers or dates. */
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

/** Whether a cell of a column of numbers or dates says that its value is missing. */
export function isMissingWord(cell: string): boolean {
  if (cell.length > LONGEST) return false;
  const word = cell.toLowerCase();
  return NULL_WORDS.has(word) || PLACEHOLDERS.has(word);
}

/** Whether a category means what an empty cell means: `NA`, but not `None` or `unknown`, which are words of a language. */
export function isNullWord(category: string): boolean {
  return NULL_WORDS.has(category.toLowerCase());
}
