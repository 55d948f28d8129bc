import { clip } from "../../model/range";
import { quantiles } from "../quantiles";
import type { FittedSpread } from "../trainer";

/** A residual says little of the spread at its place, so the spread is held to be ten times as smooth as the price. */
const SMOOTHER = 10;

/** Part of the median residual that is added before the logarithm is taken: the least error that is told apart. */
const LEAST = 0.5;

/** log σ is clipped to the range of all but these parts of the training rows. */
const RANGE = [0.001, 0.999];

/** Ridge regression on the basis of the model. */
export interface Regression {
  /** The coefficients over all rows: the constant's first. */
  all(target: Float64Array, factor: number): Float64Array;
  /** What fits on all other folds predict for each row. */
  crossPredict(target: Float64Array, factor: number): Float64Array;
  /** What penalties are multiplied by in the model itself. */
  readonly factor: number;
}

/**
 * Learns log σ(x) by a regression of log(|residual| + least) on the same basis.
 *
 * @param residuals - |y - ŷ| of each row, by a fit that has not seen it
 */
export function fitSpread(residuals: Float64Array, { all, crossPredict, factor }: Regression): FittedSpread {
  const [median] = quantiles(residuals, [0.5]);
  const least = LEAST * median || Number.MIN_VALUE;
  const target = residuals.map((residual) => Math.log(residual + least));
  const crossFitted = crossPredict(target, SMOOTHER * factor);
  const [min, max] = quantiles(crossFitted, RANGE);
  const [intercept, ...coefficients] = all(target, SMOOTHER * factor);
  return {
    spread: { intercept, coefficients, min, max },
    atRows: crossFitted.map((logSpread) => Math.exp(clip(logSpread, min, max))),
  };
}
