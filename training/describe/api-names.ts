import { API_NAME } from "../../model/table/schema-format";
import { withoutUnit } from "./unit";
import { wordsOf } from "./words";

const MAX_LENGTH = 60;

/** Names cannot begin with digits: these are spelled out. */
const BEGINNINGS: readonly [pattern: RegExp, word: string][] = [
  [/^1st/, "first"],
  [/^2nd/, "second"],
  [/^3rd/, "third"],
  [/^4th/, "fourth"],
  [/^5th/, "fifth"],
  [/^0(?!\d)/, "zero"],
  [/^1(?!\d)/, "one"],
  [/^2(?!\d)/, "two"],
  [/^3(?!\d)/, "three"],
  [/^4(?!\d)/, "four"],
  [/^5(?!\d)/, "five"],
  [/^6(?!\d)/, "six"],
  [/^7(?!\d)/, "seven"],
  [/^8(?!\d)/, "eight"],
  [/^9(?!\d)/, "nine"],
];

/**
 * GraphQL names of columns, in camel case: `Gr Liv Area` is `grLivArea`, `1st Flr SF` is `firstFlrSf`. They are unique, also among column
 * names, and avoid two leading underscores and inherited object properties.
 *
 * @param names - of the columns, unique
 */
export function apiNamesOf(names: readonly string[]): string[] {
  const taken = new Set(names);
  return names.map((name, i) => {
    const base = apiNameOf(name) || `column${i + 1}`;
    if (base === name) return name;
    let unique = base;
    for (let n = 2; taken.has(unique); n++) unique = `${base}${/\d$/.test(base) ? "_" : ""}${n}`;
    taken.add(unique);
    return unique;
  });
}

/** @returns an empty string if no letter or digit is allowed in GraphQL */
function apiNameOf(name: string): string {
  // Valid names stay unchanged.
  if (/^[a-z][a-zA-Z0-9]*$/.test(name) && name.length <= MAX_LENGTH) return withoutInherited(name);
  const [first, ...others] = spellBeginning(wordsOf(withoutUnit(name)));
  if (first === undefined) return "";
  const joined = [first, ...others.map((word) => word[0].toUpperCase() + word.slice(1))]
    .join("")
    .slice(0, MAX_LENGTH);
  return withoutInherited(API_NAME.test(joined) ? joined : `_${joined}`);
}

function withoutInherited(name: string): string {
  return name in {} ? `${name}_` : name;
}

function spellBeginning([first, ...others]: readonly string[]): string[] {
  if (first === undefined) return [];
  const beginning = BEGINNINGS.find(([pattern]) => pattern.test(first));
  if (!beginning) return [first, ...others];
  const rest = first.replace(beginning[0], "");
  return rest === "" ? [beginning[1], ...others] : [beginning[1], rest, ...others];
}
