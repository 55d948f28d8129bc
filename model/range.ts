/** Both ends included. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** For predictions that are not clipped. */
export const UNLIMITED: Range = { min: -Infinity, max: Infinity };

/** Clips a value; `NaN` stays `NaN`. */
export function clip(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max);
}
