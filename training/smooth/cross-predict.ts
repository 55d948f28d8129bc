import type { Folds } from "../folds";
import type { Progress } from "../progress";
import type { TrainingTable } from "../training-table";
import { columnsThrough, upTo } from "./basis-part";
import { type CrossFit, jobsOf, predictHeldRows } from "./cross-fit";
import { withEquations } from "./equations";
import { learnVaryingBasis } from "./learn-basis";
import type { Settings } from "./settings";
import { fromScale, toScale } from "./target-scale";

/** Out-of-fold predictions with fixed hyperparameters, for each scheme. */
export async function crossPredictSmooth(
  houses: TrainingTable,
  foldings: readonly Folds[],
  progress: Progress,
  { structure, penalties, trials }: Settings,
): Promise<Float64Array[]> {
  const { target } = houses;
  const [{ through, scale, factor }] = trials;
  const data = upTo(learnVaryingBasis(houses, structure), through);
  return withEquations(houses, data, penalties, foldings, progress, async (equations) => {
    const size = 1 + columnsThrough(equations.basis, through);
    const fits = foldings.map(
      (folds, folding): CrossFit => ({
        targets: [toScale(target, scale)],
        folding,
        folds,
        factor,
        sizes: [size],
      }),
    );
    const jobs = fits.map((fit) => jobsOf(equations, fit));
    progress.begin("Fitting", jobs.flat().length);
    const solutions = await equations.solveAll(jobs.flat(), () => progress.advance(1));
    progress.end();
    return fits.map((fit, f) => {
      const [[held]] = predictHeldRows(equations, fit, solutions.splice(0, jobs[f].length));
      return fromScale(held, target, fit.folds, scale);
    });
  });
}
