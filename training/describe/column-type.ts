import { FALSE_VALUES, TRUE_VALUES } from "../../model/table/cell-types";
import type { NumberFormat } from "../../model/table/number-format";
import { type Ambiguity, dateAmbiguity, decimalAmbiguity } from "./ambiguity";
import type { Cell } from "./candidate";
import type { ColumnProfile } from "./column-profile";
import { type DateFit, fitDates } from "./date-fit";
import { fitNumbers, type NumberFit } from "./number-fit";
import type { ValueRange } from "./value-range";
import { hasWord, wordsOf } from "./words";

/** Conventions of a whole file, detected or given as options. */
export interface Conventions {
  readonly decimalChar: string | undefined;
  readonly dayFirst: boolean | undefined;
}

/** Cells that do not fit the type of nearly all others in their column. */
export interface Misfits {
  readonly cells: readonly Cell[];
  readonly count: number;
}

interface Typed {
  readonly range: ValueRange;
  readonly misfits: Misfits;
  /** An ambiguous example, if the file does not resolve it. */
  readonly ambiguity: Ambiguity | undefined;
}

export type ColumnType =
  | { readonly type: "empty" }
  | ({ readonly type: "number" | "integer"; readonly format: NumberFormat } & Typed)
  | ({ readonly type: "year" } & Typed)
  | ({ readonly type: "date"; readonly pattern: string } & Typed)
  | {
      readonly type: "boolean";
      readonly trueValues: readonly string[];
      readonly falseValues: readonly string[];
    }
  | { readonly type: "category"; readonly isCode: boolean };

/** Share of cells of the main type from which the others are errors. */
const MAIN_SHARE = 0.9;

/** Words in names of columns whose numbers are codes. */
const CODES = new Set(
  "zip zipcode zipcodes postcode postcodes postal postalcode plz fips pincode eircode cep geoid tract code codes".split(
    " ",
  ),
);
const YEARS = new Set("year years yr yrs yearbuilt yrbuilt baujahr jahr annee ano".split(" "));

/** Infers the type of a column from its cells and name. */
export function typeOf(profile: ColumnProfile, name: string, conventions: Conventions): ColumnType {
  if (profile.present === 0) return profile.missingWords.size === 0 ? { type: "empty" } : CATEGORY;
  const boolean = booleanOf(profile);
  if (boolean) return boolean;
  const dates = fitDates(profile, conventions.dayFirst);
  if (dates && isMain(dates, profile)) return dateType(dates, profile);
  const numbers = fitNumbers(profile, conventions.decimalChar);
  if (!isMain(numbers, profile)) return CATEGORY;
  const words = wordsOf(name);
  if (isCode(profile, numbers, words)) return { type: "category", isCode: true };
  return numberType(numbers, profile, hasWord(words, YEARS));
}

/** The type of a column known to hold numbers; other cells are misfits. */
export function numberTypeOf(profile: ColumnProfile, conventions: Conventions): ColumnType {
  return numberType(fitNumbers(profile, conventions.decimalChar), profile, false);
}

export const CATEGORY: ColumnType = { type: "category", isCode: false };

function isMain({ fits }: { readonly fits: number }, { present }: ColumnProfile): boolean {
  return fits > 0 && fits >= MAIN_SHARE * present;
}

/** Words other than true and false, such as yes and no, are categories. */
function booleanOf({ tally, isTallied, missingWords }: ColumnProfile): ColumnType | undefined {
  if (!isTallied) return undefined;
  const words = [...tally.keys()].filter((text) => !missingWords.has(text));
  const trueValues = words.filter((word) => word.toLowerCase() === "true");
  const falseValues = words.filter((word) => word.toLowerCase() === "false");
  if (trueValues.length + falseValues.length < words.length || words.length === 0) return undefined;
  return {
    type: "boolean",
    trueValues: [...new Set([...TRUE_VALUES, ...trueValues])],
    falseValues: [...new Set([...FALSE_VALUES, ...falseValues])],
  };
}

/** Codes have leading zeros, or a name that says so. */
function isCode(profile: ColumnProfile, { range }: NumberFit, words: readonly string[]): boolean {
  const { digits, leadingZeros, digitWidth, present } = profile;
  if (leadingZeros > 0 && digits === present) {
    if (digitWidth !== undefined || leadingZeros >= 0.1 * digits) return true;
  }
  return range.isWhole && hasWord(words, CODES);
}

function dateType(fit: DateFit, profile: ColumnProfile): ColumnType {
  const { reading, range, misfits, fits, rival } = fit;
  const ambiguity = rival && dateAmbiguity(profile, reading, rival);
  const count = profile.present - fits;
  return { type: "date", pattern: reading.pattern, range, misfits: { cells: misfits, count }, ambiguity };
}

function numberType(fit: NumberFit, profile: ColumnProfile, isYear: boolean): ColumnType {
  const { reading, range, misfits, fits, rival } = fit;
  const typed: Typed = {
    range,
    misfits: { cells: misfits, count: profile.present - fits },
    ambiguity: rival && reading && decimalAmbiguity(profile, reading, rival),
  };
  const isDigits = profile.others === 0 || (reading === undefined && range.isWhole);
  const hasFourDigits = isDigits && profile.digitWidth === 4 && range.min >= 1000 && range.max <= 2999;
  if (isYear && hasFourDigits) return { type: "year", ...typed };
  const bareNumber = profile.affixes.size === 0;
  const format: NumberFormat = { ...(reading?.format ?? { decimalChar: "." }), bareNumber };
  // Integers of the standard have no decimals: "3.0" is a number.
  const isWhole = range.isWhole && !hasText(profile, format.decimalChar);
  return { type: isWhole ? "integer" : "number", format, ...typed };
}

function hasText({ tally }: ColumnProfile, part: string): boolean {
  return [...tally.keys()].some((text) => text.includes(part));
}
