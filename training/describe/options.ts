import type { Delimiter } from "./delimiter";

/** What a user tells of a table that its file does not. */
export interface DescribeOptions {
  /** Name of the column to predict. */
  readonly target: string;
  /** What separates cells; found in the file by default. */
  readonly delimiter?: Delimiter | undefined;
  /** The sign before decimals. */
  readonly decimalChar?: "." | "," | undefined;
  /** Whether dates have the day before the month. */
  readonly dayFirst?: boolean | undefined;
  /** Words that mean a missing value in every column, beside the usual ones. */
  readonly missing?: readonly string[];
  /** Names of columns to leave out. */
  readonly ignored?: readonly string[];
  /** Names of columns whose values are categories though they look like numbers or dates. */
  readonly categories?: readonly string[];
  /** ISO 4217 code of the target's currency. */
  readonly currency?: string | undefined;
}
