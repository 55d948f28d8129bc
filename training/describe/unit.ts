import { isCurrency } from "./affix";
import type { ColumnProfile } from "./column-profile";
import { wordsOf } from "./words";

const WORDS: ReadonlyMap<string, string> = new Map([
  ["sqft", "square feet"],
  ["sf", "square feet"],
  ["ft2", "square feet"],
  ["sqm", "square metres"],
  ["m2", "square metres"],
  ["qm", "square metres"],
  ["km", "kilometres"],
  ["acres", "acres"],
]);

/** A unit in brackets at the end of a name, such as "m²". */
const IN_BRACKETS = /[([]\s*([^()[\]\d\s][^()[\]]{0,30})[)\]]\s*$/;

/** A name without its unit in brackets, unless it is nothing else. */
export function withoutUnit(name: string): string {
  return name.replace(IN_BRACKETS, "").trim() || name;
}

/** Unit of a column from its cells or name: "85 m²", "Area (m²)", "sqft_living". */
export function findUnit(name: string, { commonestAffix }: ColumnProfile): string | undefined {
  if (commonestAffix !== undefined && !isCurrency(commonestAffix)) return commonestAffix;
  const [, inBrackets] = IN_BRACKETS.exec(name) ?? [];
  if (inBrackets !== undefined) return inBrackets.trim();
  return wordsOf(name)
    .map((word) => WORDS.get(word) ?? WORDS.get(word.replace(/\d+$/, "")))
    .find((unit) => unit !== undefined);
}
