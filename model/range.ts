/** A range of values, both ends included. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** Every number: the range of what is not clipped. */
export const UNLIMITED: Range = { min: -Infinity, max: Infinity };

/** The value from `min` to `max` that is nearest to `value`; `NaN` stays what it is. */
export function clip(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max);
}
