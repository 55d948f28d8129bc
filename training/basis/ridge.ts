import type { Penalties } from "../../model/estimators/basis/basis-estimator-format";
import { clip } from "../../model/range";
import { FOLD_COUNT } from "../folds";
import { range } from "../statistics";
import { solveCholesky } from "./cholesky";
import type { FoldedEquations } from "./folded-equations";
import { addPenalty } from "./penalty";

/** Ridge regression on the columns of a basis: minimises |y - Φw|² + factor · wᵀPw. */
export interface Ridge {
  readonly penalties: Penalties;
  /** Multiplies all penalties. */
  readonly factor: number;
}

/** The coefficients over all rows: the constant's first. */
export function fitRidge(equations: FoldedEquations, target: Float64Array, ridge: Ridge): Float64Array {
  const { design } = equations;
  return solve(
    equations,
    equations.all(),
    design.project(target, () => true),
    ridge,
  );
}

/**
 * Predicts each row by the fit on all other folds, clipped to the range of the target that the fit has seen.
 *
 * @param folding - position of the folds in the equations
 */
export function crossPredictRidge(
  equations: FoldedEquations,
  target: Float64Array,
  ridge: Ridge,
  folding: number,
): Float64Array {
  const { design, foldings } = equations;
  const folds = foldings[folding];
  const predictions = new Float64Array(target.length);
  for (let fold = 0; fold < FOLD_COUNT; fold++) {
    const { min, max } = range(target.filter((_, row) => folds[row] !== fold));
    const weights = solve(
      equations,
      equations.without(folding, fold),
      design.project(target, (row) => folds[row] !== fold),
      ridge,
    );
    for (let row = 0; row < predictions.length; row++) {
      if (folds[row] === fold) predictions[row] = clip(design.predict(row, weights), min, max);
    }
  }
  return predictions;
}

/** Overwrites `gram` and `projection`, which becomes the solution. */
function solve(
  { design }: FoldedEquations,
  gram: Float64Array,
  projection: Float64Array,
  { penalties, factor }: Ridge,
): Float64Array {
  addPenalty(design.basis, penalties, factor, gram);
  solveCholesky(gram, projection);
  return projection;
}
