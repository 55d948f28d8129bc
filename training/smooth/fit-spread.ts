import { clip } from "../../model/range";
import { quantiles } from "../quantiles";
import type { FittedSpread } from "../trainer";

/** A residual says little of the spread at its place, so the spread is held to be ten times as smooth as the price. */
export const SMOOTHER = 10;

/** Part of the median residual that is added before the logarithm is taken: the least error that is told apart. */
const LEAST = 0.5;

/** log σ is clipped to the range of all but these parts of the training rows. */
const RANGE = [0.001, 0.999];

/** A ridge regression on the basis of the model. */
export interface Regression {
  /** The coefficients over all rows: the constant's first. */
  readonly weights: Float64Array;
  /** What fits that have not seen a row predict for it. */
  readonly held: Float64Array;
}

/**
 * Learns log σ(x) by a regression of log(|residual| + least) on the same basis.
 *
 * @param residuals - |y - ŷ| of each row, by a fit that has not seen it
 * @param regress - {@link SMOOTHER} times as strongly penalised as the price
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
