import { LARGEST_MAGNITUDE } from "../../model/table/domain";
import type { Reading } from "./readings";
import { ValueRange } from "./value-range";

export interface Cell {
  readonly line: number;
  readonly text: string;
}

/** How well a reading fits the cells of a column, except cells of digits only. */
export interface Candidate {
  readonly reading: Reading;
  fits: number;
  readonly range: ValueRange;
  /** The first cells that do not fit. */
  readonly misfits: Cell[];
}

export const MAX_CELLS = 20;
const MAX_SHOWN = 100;

export function toCandidate(reading: Reading): Candidate {
  return { reading, fits: 0, range: new ValueRange(), misfits: [] };
}

export function tryReading(candidate: Candidate, text: string, line: number): void {
  const value = candidate.reading.parse(text);
  // Numbers must be small enough for models.
  if (Math.abs(value) <= LARGEST_MAGNITUDE) {
    candidate.fits++;
    candidate.range.add(value, line);
  } else if (candidate.misfits.length < MAX_CELLS) {
    candidate.misfits.push(toCell(text, line));
  }
}

/** Copies a text, so that it does not keep the file chunk in memory. */
export function detach(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, "utf16le").toString("utf16le");
}

/** A cell for messages, truncated. */
export function toCell(text: string, line: number): Cell {
  return { line, text: detach(text.slice(0, MAX_SHOWN)) };
}
