import type { ErrorMeasure } from "../model/estimators/error-measure";
import type { Uncertainty } from "../model/file/format";
import type { Range } from "../model/range";
import { type Interval, intervalAround, residualQuantile } from "../model/trust/uncertainty";
import type { TablePredictions } from "./predict-table";

/** Nominal coverages checked on the test rows. */
export const CHECKED = [0.5, 0.8, 0.9, 0.95];

/** Empirical coverage and mean width of intervals. */
export interface ObservedCoverage {
  readonly observed: number;
  /** In the target's unit. */
  readonly meanWidth: number;
}

export interface IntervalRules {
  readonly uncertainty: Pick<Uncertainty, "quantiles">;
  readonly errors: ErrorMeasure;
  /** Intervals are clipped to the range of the target. */
  readonly limits: Range;
}

export function intervalsOf(
  { predictions, errorScales }: TablePredictions,
  { uncertainty, errors, limits }: IntervalRules,
  coverage: number,
): Interval[] {
  const quantile = residualQuantile(uncertainty, coverage);
  return Array.from(predictions, (prediction, i) =>
    intervalAround(errors, prediction, quantile * errorScales[i], limits),
  );
}

export function holdsActual(intervals: readonly Interval[], actual: Float64Array): boolean[] {
  return intervals.map(({ lower, upper }, i) => lower <= actual[i] && actual[i] <= upper);
}

export function shareOf(flags: readonly boolean[]): number {
  return flags.filter(Boolean).length / flags.length;
}

export function meanWidth(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, { lower, upper }) => sum + upper - lower, 0) / intervals.length;
}

export function observeCoverage(intervals: readonly Interval[], actual: Float64Array): ObservedCoverage {
  return { observed: shareOf(holdsActual(intervals, actual)), meanWidth: meanWidth(intervals) };
}
