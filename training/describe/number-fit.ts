import { splitAmount } from "./affix";
import type { Candidate, Cell } from "./candidate";
import type { ColumnProfile } from "./column-profile";
import type { NumberReading } from "./readings";
import { ValueRange } from "./value-range";

/** Best number format of a column. */
export interface NumberFit {
  readonly reading: NumberReading | undefined;
  readonly range: ValueRange;
  readonly fits: number;
  readonly misfits: readonly Cell[];
  /** The other decimal separator, if it fits as many cells with different values. */
  readonly rival: NumberReading | undefined;
}

/**
 * The simplest number format that fits most cells.
 *
 * @param decimalChar - decimal separator of the file, if known
 */
export function fitNumbers(profile: ColumnProfile, decimalChar: string | undefined): NumberFit {
  const { digits, digitRange, candidates, others, firstOthers } = profile;
  const numbers = candidates.filter(isNumber);
  const most = Math.max(0, ...numbers.map(({ fits }) => fits));
  const best = most === 0 ? [] : numbers.filter(({ fits }) => fits === most);
  const [plainest] = best;
  if (!plainest) {
    const misfits = others > 0 ? firstOthers : [];
    return { reading: undefined, range: digitRange, fits: digits, misfits, rival: undefined };
  }
  const wanted = best.find(({ reading }) => reading.format.decimalChar === decimalChar);
  const chosen = wanted ?? plainest;
  const rival = wanted ? undefined : best.find((other) => isRival(chosen, other));
  return {
    reading: chosen.reading,
    range: ValueRange.union(digitRange, chosen.range),
    fits: digits + most,
    misfits: chosen.misfits,
    rival: rival?.reading,
  };
}

/** Decimal separator of the columns that have only one reading; undefined if they disagree or there are none. */
export function findDecimalChar(profiles: readonly ColumnProfile[]): string | undefined {
  const signs = profiles.flatMap((profile) => {
    const { reading, rival, fits } = fitNumbers(profile, undefined);
    const isClear = reading !== undefined && rival === undefined && fits >= 0.9 * profile.present;
    return isClear && tellsDecimalChar(profile, reading) ? [reading.format.decimalChar] : [];
  });
  return new Set(signs).size === 1 ? signs[0] : undefined;
}

/** Whether any cell has a decimal separator, or a thousands separator that rules out the other one: spaces go with both. */
function tellsDecimalChar({ tally }: ColumnProfile, { format }: NumberReading): boolean {
  const { decimalChar, groupChar } = format;
  const signs = groupChar === undefined || groupChar === " " ? [decimalChar] : [decimalChar, groupChar];
  return [...tally.keys()].some((text) => {
    const number = splitAmount(text)?.number ?? text;
    return signs.some((sign) => number.includes(sign));
  });
}

type NumberCandidate = Candidate & { readonly reading: NumberReading };

function isNumber(candidate: Candidate): candidate is NumberCandidate {
  return candidate.reading.kind === "number";
}

function isRival(one: NumberCandidate, other: NumberCandidate): boolean {
  const isSame = one.range.min === other.range.min && one.range.max === other.range.max;
  return !isSame && one.reading.format.decimalChar !== other.reading.format.decimalChar;
}
