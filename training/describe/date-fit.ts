import type { Candidate, Cell } from "./candidate";
import type { ColumnProfile } from "./column-profile";
import { type DateReading, isDayFirst } from "./readings";
import type { ValueRange } from "./value-range";

/** How the cells of a column are read as dates. */
export interface DateFit {
  readonly reading: DateReading;
  readonly range: ValueRange;
  /** Number of cells that are dates. */
  readonly fits: number;
  readonly misfits: readonly Cell[];
  /** The other order of day and month under which as many cells are dates. */
  readonly rival: DateReading | undefined;
}

/** Days since 1970-01-01 of the years 1800 and 2101: whole numbers outside are no dates. */
const FIRST_DAY = -62_091;
const LAST_DAY = 47_847;

/**
 * The pattern by which the most cells of a column are dates; undefined where none is.
 *
 * @param dayFirst - whether days come before months, where it is known of the file
 */
export function fitDates(profile: ColumnProfile, dayFirst: boolean | undefined): DateFit | undefined {
  const { candidates, compactDate, firstDigits, firstOthers } = profile;
  if (isCompact(profile) && isDate(compactDate))
    return toFit(compactDate, [...compactDate.misfits, ...firstOthers]);
  const dates = candidates.filter(isDate);
  const most = Math.max(0, ...dates.map(({ fits }) => fits));
  if (most === 0) return undefined;
  const best = dates.filter(({ fits }) => fits === most);
  const wanted = best.find(
    ({ reading }) => isDayFirst(reading.pattern) === dayFirst && dayFirst !== undefined,
  );
  const chosen = wanted ?? best[0];
  const order = isDayFirst(chosen.reading.pattern);
  // Dates with points have the day first wherever they are written.
  const isClear = wanted !== undefined || order === undefined || chosen.reading.pattern.includes("%d.%m");
  const rival = isClear ? undefined : best.find(({ reading }) => isDayFirst(reading.pattern) === !order);
  return toFit(chosen, [...chosen.misfits, ...firstDigits], rival?.reading);
}

/** Whether the dates of a file have the day first, as its columns tell where only one order fits. */
export function findDayFirst(profiles: readonly ColumnProfile[]): boolean | undefined {
  const orders = profiles.flatMap((profile) => {
    const fit = fitDates(profile, undefined);
    if (!fit || fit.rival || fit.fits < 0.9 * profile.present) return [];
    const order = isDayFirst(fit.reading.pattern);
    return order === undefined ? [] : [order];
  });
  return new Set(orders).size === 1 ? orders[0] : undefined;
}

function isCompact({ compactDate: { fits, range }, present }: ColumnProfile): boolean {
  return fits >= 0.9 * present && fits > 0 && range.min >= FIRST_DAY && range.max < LAST_DAY;
}

type DateCandidate = Candidate & { readonly reading: DateReading };

function isDate(candidate: Candidate): candidate is DateCandidate {
  return candidate.reading.kind === "date";
}

function toFit(
  { reading, range, fits }: DateCandidate,
  misfits: readonly Cell[],
  rival?: DateReading,
): DateFit {
  return { reading, range, fits, misfits, rival };
}
