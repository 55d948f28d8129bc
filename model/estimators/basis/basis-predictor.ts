import { clip } from "../../range";
import type { SpreadFunction } from "../estimator-kind";
import type { Predictor } from "../predictor";
import { Basis } from "./basis";
import type { BasisEstimator, BasisSpread } from "./basis-estimator-format";

/**
 * A linear function of the columns of a basis: intercept + Σ coefficientⱼ · φⱼ(x), clipped to the training target's
 * range.
 *
 * A block of columns reads the same features, so its part of the sum, less its mean over the training rows, is what
 * those features contribute beyond what smaller groups of them do.
 */
export function basisPredictor({
  basis: data,
  clip: limits,
  contributions: blocks,
  intercept,
  coefficients,
}: BasisEstimator): Predictor {
  const basis = new Basis(data);
  const weights = Float64Array.from(coefficients);
  const columns = new Float64Array(basis.size);
  return {
    limits,
    baseline: blocks.reduce((sum, { mean }) => sum + mean, intercept),
    groups: basis.blocks.map(({ features, label }) => ({ features, label })),
    predict(rows, offset) {
      basis.evaluate(rows, offset, columns);
      return intercept + weightedSum(weights, columns, 0, columns.length);
    },
    explain(rows, offset, contributions) {
      basis.evaluate(rows, offset, columns);
      for (let b = 0; b < blocks.length; b++) {
        const { start, end } = basis.blocks[b];
        contributions[b] = weightedSum(weights, columns, start, end) - blocks[b].mean;
      }
    },
  };
}

/** σ(x) = exp(intercept + Σ coefficientⱼ · φⱼ(x), clipped), on the columns of the estimator's basis. */
export function basisSpread(
  { basis: data }: BasisEstimator,
  { intercept, coefficients, min, max }: BasisSpread,
): SpreadFunction {
  const basis = new Basis(data);
  const weights = Float64Array.from(coefficients);
  const columns = new Float64Array(basis.size);
  return (rows, offset) => {
    basis.evaluate(rows, offset, columns);
    const logSpread = intercept + weightedSum(weights, columns, 0, columns.length);
    return Math.exp(clip(logSpread, min, max));
  };
}

function weightedSum(weights: Float64Array, columns: Float64Array, start: number, end: number): number {
  let sum = 0;
  for (let j = start; j < end; j++) sum += weights[j] * columns[j];
  return sum;
}
