import type { ErrorMeasure } from "../estimators/error-measure";
import type { Uncertainty } from "../file/format";
import { clip, type Range } from "../range";

/**
 * Prediction intervals without an assumption on the distribution of errors: normalised conformal prediction.
 *
 * A model file keeps quantiles of |y - ŷ| / σ(x) over the training rows, each predicted by a fit that has not seen it.
 * The interval of coverage c at x is then ŷ ± q(c)·σ(x). The error scale σ(x) says where errors tend to be large. Each kind of
 * estimator has its own forms of σ, and says on which scale errors are measured.
 *
 * Source: Lei, G'Sell, Rinaldo, Tibshirani, Wasserman, "Distribution-Free Predictive Inference for Regression",
 * Journal of the American Statistical Association 113 (2018), sections 2.2 and 5.2; what the interval promises and
 * what not is in `docs/UNCERTAINTY.md`.
 */

/** Coverages that can be asked for. */
export const MIN_COVERAGE = 0.5;
export const MAX_COVERAGE = 0.99;

/**
 * The quantile of |y - ŷ| / σ(x) for a coverage, linear between the levels that the file keeps.
 *
 * @param coverage - from {@link MIN_COVERAGE} to {@link MAX_COVERAGE}
 */
export function residualQuantile({ quantiles }: Pick<Uncertainty, "quantiles">, coverage: number): number {
  const after = quantiles.findIndex((level) => level.coverage >= coverage);
  if (after === -1) return quantiles[quantiles.length - 1].quantile;
  if (after === 0) return quantiles[0].quantile;
  const left = quantiles[after - 1];
  const right = quantiles[after];
  const position = (coverage - left.coverage) / (right.coverage - left.coverage);
  return left.quantile + position * (right.quantile - left.quantile);
}

/** Where the truth lies with a stated probability; bounds in the target's unit. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * The interval of a half-width about a prediction, within the range of the target.
 *
 * @param halfWidth - on the scale that errors are measured on
 */
export function intervalAround(
  errors: ErrorMeasure,
  prediction: number,
  halfWidth: number,
  { min, max }: Range,
): Interval {
  return {
    lower: clip(errors.actualAt(prediction, -halfWidth), min, max),
    upper: clip(errors.actualAt(prediction, halfWidth), min, max),
  };
}
