import type { Domain } from "./domain";

/** How the text of a cell becomes a number. */
export interface CellType {
  /** With its article: "a number". */
  readonly name: string;
  /** @returns `NaN` where the text is not of this type */
  parse(text: string): number;
}

/** A column of a table: what its reader and its check need to know of it. */
export interface Column {
  /** The names under which a file may have it. Messages use the first, where the file has none of them. */
  readonly names: readonly string[];
  readonly type: CellType;
  readonly domain: Domain;
  /** Whether every row must have a value in it. */
  readonly required: boolean;
}

/**
 * A decimal number as programs write it, with blanks around it. `Number` takes other texts too: hexadecimal ones,
 * `Infinity`, nothing at all. No part of the pattern can match what the part before it has left, so it takes linear time.
 */
const DECIMAL = /^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?\s*$/;

/** The type of columns of decimal numbers. */
export const NUMBER: CellType = {
  name: "a number",
  parse: (text) => (DECIMAL.test(text) ? Number(text) : Number.NaN),
};
