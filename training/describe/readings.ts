import { compileDateFormat } from "../../model/table/date-format";
import { type NumberFormat, numberParser } from "../../model/table/number-format";

export type Reading =
  | { readonly kind: "number"; readonly format: NumberFormat; parse(text: string): number }
  | { readonly kind: "date"; readonly pattern: string; parse(text: string): number };

export type NumberReading = Extract<Reading, { kind: "number" }>;
export type DateReading = Extract<Reading, { kind: "date" }>;

/** Simplest first. */
const NUMBER_FORMATS: readonly Omit<NumberFormat, "bareNumber">[] = [
  { decimalChar: "." },
  { decimalChar: "," },
  { decimalChar: ".", groupChar: "," },
  { decimalChar: ",", groupChar: "." },
  { decimalChar: ".", groupChar: " " },
  { decimalChar: ",", groupChar: " " },
  { decimalChar: ".", groupChar: "'" },
  { decimalChar: ".", groupChar: "’" },
  { decimalChar: ".", groupChar: "_" },
];

/** Day-first formats come first, since they are more common. */
const DATE_PATTERNS = [
  "%Y-%m-%d",
  "%Y/%m/%d",
  "%Y.%m.%d",
  "%d/%m/%Y",
  "%m/%d/%Y",
  "%d-%m-%Y",
  "%m-%d-%Y",
  "%d.%m.%Y",
  "%m.%d.%Y",
  "%d/%m/%y",
  "%m/%d/%y",
  "%d-%m-%y",
  "%m-%d-%y",
  "%d.%m.%y",
  "%d %b %Y",
  "%d-%b-%Y",
  "%d-%b-%y",
  "%d %B %Y",
  "%b %d, %Y",
  "%B %d, %Y",
  "%b %Y",
  "%B %Y",
  "%b-%y",
  "%Y-%m",
  "%m/%Y",
  "%Y%m%dT%H%M%S",
  "%Y%m%dT%H%M%SZ",
  "%Y-%m-%dT%H:%M:%S",
  "%Y-%m-%dT%H:%M:%S.%f",
  "%Y-%m-%dT%H:%M:%S%z",
  "%Y-%m-%dT%H:%M:%S.%f%z",
  "%Y-%m-%d %H:%M:%S",
  "%Y-%m-%d %H:%M:%S.%f",
  "%Y-%m-%d %H:%M:%S%z",
  "%Y-%m-%d %H:%M",
  "%d/%m/%Y %H:%M:%S",
  "%m/%d/%Y %H:%M:%S",
  "%d/%m/%Y %H:%M",
  "%m/%d/%Y %H:%M",
  "%m/%d/%Y %I:%M:%S %p",
  "%d.%m.%Y %H:%M:%S",
  "%d.%m.%Y %H:%M",
];

/** Eight digits. */
export const COMPACT_DATE = dateReading("%Y%m%d");

/** Readings of cells, except cells of digits only. */
export const READINGS: readonly Reading[] = [
  ...NUMBER_FORMATS.map((format) => numberReading({ ...format, bareNumber: true })),
  ...DATE_PATTERNS.map(dateReading),
];

function numberReading(format: NumberFormat): NumberReading {
  return { kind: "number", format, parse: numberParser(format) };
}

function dateReading(pattern: string): DateReading {
  const format = compileDateFormat(pattern);
  if (!format) throw new TypeError(`${pattern} is not a date pattern of dates.`);
  return { kind: "date", pattern, parse: format.parse };
}

/** Whether a numeric pattern has the day before the month; undefined for other patterns. */
export function isDayFirst(pattern: string): boolean | undefined {
  const order = /^%([dm])[^%]%([dm])/.exec(pattern);
  return order ? order[1] === "d" : undefined;
}
