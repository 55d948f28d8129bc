import type { Column } from "./house";

/** The part of a column's values that a slider covers. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

const STEPS = 200;

/**
 * The span of a column's slider: nine tenths of the training rows, and half as much on both sides, as far as training goes. A few
 * extreme rows would otherwise leave the others a hair's breadth. Undefined where nothing is known of the column.
 */
export function spanOf({ type, min, max, quantiles }: Column): Span | undefined {
  const low = quantiles?.[0];
  const high = quantiles?.at(-1);
  if (typeof min !== "number" || typeof max !== "number") return undefined;
  if (low === undefined || high === undefined || max <= min) return undefined;
  const margin = (high - low) / 2;
  const [from, to] = margin > 0 ? [Math.max(min, low - margin), Math.min(max, high + margin)] : [min, max];
  const step = type === "NUMBER" ? roundStep((to - from) / STEPS) : 1;
  return { from: Math.floor(from / step) * step, to: Math.ceil(to / step) * step, step };
}

/** The value of a slider, without the digits that only come from adding steps. */
export const onStep = (value: number, { step }: Span): number => Number(value.toFixed(decimalsOf(step)));

function decimalsOf(step: number): number {
  return Math.min(20, Math.max(0, -Math.floor(Math.log10(step))));
}

/** The power of ten below. */
function roundStep(step: number): number {
  return 10 ** Math.floor(Math.log10(step));
}
