import { splitAmount } from "./affix";
import type { Cell } from "./candidate";
import type { ColumnProfile } from "./column-profile";
import type { DateReading, NumberReading, Reading } from "./readings";

/** A cell with two meanings, each with the option that selects it. */
export interface Ambiguity {
  readonly example: Cell;
  readonly meanings: readonly [string, string];
}

/** A cell that two formats parse as different dates. */
export function dateAmbiguity(profile: ColumnProfile, reading: DateReading, rival: DateReading): Ambiguity {
  return {
    example: exampleOf(profile, reading, rival),
    meanings: ["day/month/year (--dates dmy)", "month/day/year (--dates mdy)"],
  };
}

/** A cell that two formats parse as different numbers. */
export function decimalAmbiguity(
  profile: ColumnProfile,
  reading: NumberReading,
  rival: NumberReading,
): Ambiguity {
  const example = exampleOf(profile, reading, rival);
  const meanings = [reading, rival].map(({ parse, format }) => {
    const amount = splitAmount(example.text);
    return `${parse(amount?.number ?? example.text)} (--decimal ${format.decimalChar === "." ? "point" : "comma"})`;
  });
  return { example, meanings: [meanings[0], meanings[1]] };
}

/** A cell that two readings parse differently. */
function exampleOf({ firstOthers }: ColumnProfile, one: Reading, other: Reading): Cell {
  const differs = ({ text }: Cell) => one.parse(text) !== other.parse(text) && !Number.isNaN(one.parse(text));
  return firstOthers.find(differs) ?? firstOthers[0];
}
