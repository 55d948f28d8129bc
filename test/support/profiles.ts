import { ColumnProfile } from "../../training/describe/column-profile";
import { type Conventions, typeOf } from "../../training/describe/column-type";
import type { ExaminedColumn } from "../../training/describe/examined-column";
import type { DateReading, NumberReading } from "../../training/describe/readings";
import { READINGS } from "../../training/describe/readings";

/** Conventions that a file does not tell. */
export const UNKNOWN: Conventions = { decimalChar: undefined, dayFirst: undefined };

/** The profile of a column whose first cell is in line 2. */
export function profileOf(
  cells: readonly string[],
  { declared = [], maxTallied = 1000 }: { declared?: readonly string[]; maxTallied?: number } = {},
): ColumnProfile {
  const profile = new ColumnProfile(maxTallied, new Set(declared));
  for (const [i, cell] of cells.entries()) profile.add(cell, i + 2);
  return profile;
}

/** A column of the type that its cells and its name suggest. */
export function examined(
  name: string,
  cells: readonly string[],
  changes: Partial<ExaminedColumn> = {},
): ExaminedColumn {
  const profile = profileOf(cells);
  const type = typeOf(profile, name, UNKNOWN);
  return { name, position: 0, profile, type, isTarget: false, isIgnored: false, ...changes };
}

/** The reading of numbers with these separators. */
export function numbersWith(decimalChar: string, groupChar?: string): NumberReading {
  for (const reading of READINGS) {
    if (reading.kind !== "number") continue;
    if (reading.format.decimalChar === decimalChar && reading.format.groupChar === groupChar) return reading;
  }
  throw new TypeError(`No numbers are read with ${decimalChar} and ${groupChar}.`);
}

/** The reading of dates of a pattern. */
export function datesOf(pattern: string): DateReading {
  for (const reading of READINGS) {
    if (reading.kind === "date" && reading.pattern === pattern) return reading;
  }
  throw new TypeError(`No dates are read as ${pattern}.`);
}
