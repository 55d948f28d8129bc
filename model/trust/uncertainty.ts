import type { ErrorMeasure } from "../estimators/error-measure";
import type { Uncertainty } from "../file/format";
import { clip, type Range } from "../range";

/**
 * Distribution-free prediction intervals by normalised split conformal prediction: a model file stores quantiles q of |y - ŷ| / σ(x) over
 * training rows, each predicted out of fold; the interval of coverage c at x is ŷ ± q(c)·σ(x). Guarantees and limits:
 * `docs/UNCERTAINTY.md`.
 *
 * Source: Lei, G'Sell, Rinaldo, Tibshirani, Wasserman, "Distribution-Free Predictive Inference for Regression", Journal of the American
 * Statistical Association 113 (2018), sections 2.2 and 5.2.
 */

export const MIN_COVERAGE = 0.5;
export const MAX_COVERAGE = 0.99;

/**
 * The quantile for a coverage, interpolated linearly.
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

/** In the target's unit. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * The interval around a prediction, within the target's range.
 *
 * @param halfWidth - on the scale of the error measure
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
