import type { Penalties, SmoothEstimator, Trial } from "../../model/estimators/smooth/smooth-format";
import { randomFolds } from "../folds";
import type { Progress } from "../progress";
import { deviation, mean, range } from "../statistics";
import type { Fit } from "../trainer";
import type { TrainingTable } from "../training-table";
import { columnsThrough, upTo } from "./basis-part";
import { tryAll } from "./choose-settings";
import { type Equations, withEquations } from "./equations";
import { fitSpread, SMOOTHER } from "./fit-spread";
import { learnVaryingBasis } from "./learn-basis";
import { leaveOneOut } from "./leave-one-out";
import { penaltiesFor } from "./rules";
import { multiplyPenalties } from "./settings";
import { chooseStructure } from "./structure";
import { fromScaleOneByOne, smearingOf, toScale } from "./target-scale";

/**
 * Chooses hyperparameters by cross-validation, and fits all rows.
 *
 * @param isSpatial - whether functions of the location may be used
 */
export async function fitSmooth(
  houses: TrainingTable,
  seed: number,
  progress: Progress,
  { isSpatial }: { readonly isSpatial: boolean },
): Promise<Fit & { readonly estimator: SmoothEstimator }> {
  const { target } = houses;
  const folds = randomFolds(target.length, seed);
  const penalties = penaltiesFor(target.length);
  const basis = learnVaryingBasis(houses, chooseStructure(houses, isSpatial));
  return withEquations(houses, basis, penalties, [folds], progress, async (equations) => {
    const trials = await tryAll(equations, target, folds, progress);
    const [{ scale, through, factor }] = trials;
    const size = 1 + columnsThrough(equations.basis, through);
    const scaled = toScale(target, scale);
    const leverages = await equations.leverages([factor, SMOOTHER * factor], size, progress);
    const regress = (values: Float64Array, position: 0 | 1, penaltyFactor: number) => {
      const weights = equations.fit(values, penaltyFactor, size);
      return { weights, held: leaveOneOut(equations, values, weights, leverages[position]) };
    };
    const { weights, held } = regress(scaled, 0, factor);
    return {
      estimator: describeEstimator(equations, target, penalties, trials, weights, held),
      heldBack: { groups: target.length, predictions: fromScaleOneByOne(held, target, scale) },
      fitSpread: (residuals) => fitSpread(residuals, (values) => regress(values, 1, SMOOTHER * factor)),
    };
  });
}

function describeEstimator(
  equations: Equations,
  target: Float64Array,
  penalties: Penalties,
  trials: readonly Trial[],
  weights: Float64Array,
  held: Float64Array,
): SmoothEstimator {
  const [{ scale, through, factor }] = trials;
  const basis = upTo(equations.basis.data, through);
  const [intercept, ...coefficients] = weights;
  return {
    kind: "smooth",
    scale: scale === "log" ? { kind: scale, smearing: smearingOf(target, held) } : { kind: scale },
    basis,
    penalties: multiplyPenalties(penalties, factor),
    trials: [...trials],
    clip: range(target),
    contributions: measureContributions(equations, basis.blocks.length, weights, target.length),
    intercept,
    coefficients,
  };
}

/** Mean and standard deviation of each block's contribution. */
function measureContributions(
  equations: Equations,
  blocks: number,
  weights: Float64Array,
  rows: number,
): SmoothEstimator["contributions"] {
  return equations.basis.blocks.slice(0, blocks).map(({ start, size }) => {
    const sums = Float64Array.from({ length: rows }, (_, row) =>
      equations.predict(row, weights, 1 + start, 1 + start + size),
    );
    const average = mean(sums);
    return { mean: average, deviation: deviation(sums, average) };
  });
}
