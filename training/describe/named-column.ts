import { HousePriceError } from "../../model/errors";
import { quoted } from "../../model/table/quoted";
import { wordsOf } from "./words";

const MAX_LISTED = 30;

/**
 * Position of the column named by an option.
 *
 * @param option - such as `--target`
 * @throws HousePriceError COLUMNS_MISSING
 */
export function findNamed(name: string, option: string, names: readonly string[], file: string): number {
  const position = names.indexOf(name);
  if (position !== -1) return position;
  const [like] = names.filter((other) => isAlike(other, name));
  const hint =
    like === undefined
      ? `Its columns are ${listed(names)}.`
      : `Did you mean ${quoted(like)}? Upper and lower case differ.`;
  throw new HousePriceError(
    "COLUMNS_MISSING",
    `${file} has no column ${quoted(name)}, which ${option} names. ${hint}`,
  );
}

function isAlike(one: string, other: string): boolean {
  const [a, b] = [one, other].map((name) => wordsOf(name).join(""));
  return one.toLowerCase() === other.toLowerCase() || (a === b && a !== "");
}

function listed(names: readonly string[]): string {
  const list = names.slice(0, MAX_LISTED).map(quoted).join(", ");
  return names.length > MAX_LISTED ? `${list} and ${names.length - MAX_LISTED} more` : list;
}
