import { LARGEST_MAGNITUDE } from "../../model/table/domain";
import type { Reading } from "./readings";
import { ValueRange } from "./value-range";

/** A cell, to be shown in a message. */
export interface Cell {
  readonly line: number;
  readonly text: string;
}

/** How well one reading fits the cells of a column, those of digits alone left out. */
export interface Candidate {
  readonly reading: Reading;
  fits: number;
  readonly range: ValueRange;
  /** The first cells that it does not fit. */
  readonly misfits: Cell[];
}

/** Largest number of cells that are kept for messages. */
export const MAX_CELLS = 20;
/** Longest part of a cell that is kept for a message. */
const MAX_SHOWN = 100;

/** A reading that no cell was read by yet. */
export function toCandidate(reading: Reading): Candidate {
  return { reading, fits: 0, range: new ValueRange(), misfits: [] };
}

/** Reads one more cell. */
export function tryReading(candidate: Candidate, text: string, line: number): void {
  const value = candidate.reading.parse(text);
  // A number that no model can compute with is not one.
  if (Math.abs(value) <= LARGEST_MAGNITUDE) {
    candidate.fits++;
    candidate.range.add(value, line);
  } else if (candidate.misfits.length < MAX_CELLS) {
    candidate.misfits.push(toCell(text, line));
  }
}

/** A copy of a text that does not keep the piece of the file alive of which it was cut. */
export function detach(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, "utf16le").toString("utf16le");
}

/** A cell as it is kept for a message: at most its beginning. */
export function toCell(text: string, line: number): Cell {
  return { line, text: detach(text.slice(0, MAX_SHOWN)) };
}
