import type { Delimiter } from "./delimiter";

/** The user's description of a table, for what its file does not say. */
export interface DescribeOptions {
  readonly target: string;
  /** Detected by default. */
  readonly delimiter?: Delimiter | undefined;
  readonly decimalChar?: "." | "," | undefined;
  /** Whether dates have the day before the month. */
  readonly dayFirst?: boolean | undefined;
  /** Additional missing-value words. */
  readonly missing?: readonly string[];
  /** Columns to exclude. */
  readonly ignored?: readonly string[];
  /** Columns to treat as categories although they look like numbers or dates. */
  readonly categories?: readonly string[];
  /** ISO 4217 code of the target's currency. */
  readonly currency?: string | undefined;
}
