import { clip } from "../../model/range";
import { quantiles } from "../quantiles";
import type { FittedSpread } from "../trainer";

/** Penalty ratio to the price model: single residuals say little, so the error scale is smoother. */
export const SMOOTHER = 10;

/** Share of the median residual added before the logarithm. */
const LEAST = 0.5;

/** log σ is clipped to these quantiles. */
const RANGE = [0.001, 0.999];

export interface Regression {
  /** Coefficients over all rows, intercept first. */
  readonly weights: Float64Array;
  /** Out-of-fold predictions. */
  readonly held: Float64Array;
}

/**
 * Fits log σ(x) by regression of log(|residual| + least) on the same basis.
 *
 * @param residuals - out-of-fold |y - ŷ|
 * @param regress - with {@link SMOOTHER} times the penalty of the price
 */
export function fitSpread(
  residuals: Float64Array,
  regress: (target: Float64Array) => Regression,
): FittedSpread {
  const [median] = quantiles(residuals, [0.5]);
  const least = LEAST * median || Number.MIN_VALUE;
  const target = residuals.map((residual) => Math.log(residual + least));
  const { weights, held } = regress(target);
  const [min, max] = quantiles(held, RANGE);
  const [intercept, ...coefficients] = weights;
  return {
    spread: { intercept, coefficients, min, max },
    atRows: held.map((logSpread) => Math.exp(clip(logSpread, min, max))),
  };
}
