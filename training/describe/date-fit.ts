import type { Candidate, Cell } from "./candidate";
import type { ColumnProfile } from "./column-profile";
import { type DateReading, isDayFirst } from "./readings";
import type { ValueRange } from "./value-range";

/** Best date format of a column. */
export interface DateFit {
  readonly reading: DateReading;
  readonly range: ValueRange;
  readonly fits: number;
  readonly misfits: readonly Cell[];
  /** The other day-month order, if it fits as many cells. */
  readonly rival: DateReading | undefined;
}

/** The years 1800 to 2101 in days since 1970-01-01; eight digits outside are not dates. */
const FIRST_DAY = -62_091;
const LAST_DAY = 47_847;

/**
 * The date pattern that fits most cells; undefined if none fits.
 *
 * @param dayFirst - day-month order of the file, if known
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
  // Dates with points always have the day first.
  const isClear = wanted !== undefined || order === undefined || chosen.reading.pattern.includes("%d.%m");
  const rival = isClear ? undefined : best.find(({ reading }) => isDayFirst(reading.pattern) === !order);
  return toFit(chosen, [...chosen.misfits, ...firstDigits], rival?.reading);
}

/** Whether dates have the day first, from columns where only one order fits. */
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
