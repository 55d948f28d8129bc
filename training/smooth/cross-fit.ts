import { FOLD_COUNT, type Folds } from "../folds";
import type { Equations } from "./equations";
import type { Solutions, SolveJob } from "./job";

/** Targets to be cross-fitted. */
export interface CrossFit {
  readonly targets: readonly Float64Array[];
  readonly folding: number;
  readonly folds: Folds;
  readonly factor: number;
  readonly sizes: readonly number[];
}

export function jobsOf(equations: Equations, { targets, folding, factor, sizes }: CrossFit): SolveJob[] {
  return Array.from({ length: FOLD_COUNT }, (_, fold) => {
    const heldBack = { folding, fold };
    const projections = targets.map((target) => equations.project(target, heldBack));
    return { kind: "solve", heldBack, factor, projections, sizes };
  });
}

/**
 * Out-of-fold predictions.
 *
 * @param solutions - of {@link jobsOf}
 * @returns by target and by number of columns
 */
export function predictHeldRows(
  equations: Equations,
  { targets, folds, sizes }: CrossFit,
  solutions: readonly Solutions[],
): Float64Array[][] {
  return targets.map((_, t) =>
    sizes.map((_, s) =>
      Float64Array.from(folds, (fold, row) => equations.predict(row, solutions[fold][t][s])),
    ),
  );
}
