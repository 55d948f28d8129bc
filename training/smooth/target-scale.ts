import type { Scale } from "../../model/estimators/smooth/smooth-format";
import { clip } from "../../model/range";
import { FOLD_COUNT, type Folds } from "../folds";
import { sorted } from "../statistics";

export type ScaleName = Scale["kind"];

export function scalesFor(target: Float64Array): ScaleName[] {
  return target.every((value) => value > 0) ? ["identity", "log"] : ["identity"];
}

/** Transforms the target to the scale of the regression. */
export function toScale(target: Float64Array, scale: ScaleName): Float64Array {
  return scale === "log" ? target.map(Math.log) : target;
}

/**
 * Smearing factor: mean of exp(residual), which removes the bias of exp(prediction). Residuals are out-of-fold. Source: Duan, "Smearing
 * estimate: a nonparametric retransformation method", Journal of the American Statistical Association 78 (1983) 605-610.
 *
 * @param isCounted - selects rows
 */
export function smearingOf(
  target: Float64Array,
  held: Float64Array,
  isCounted: (row: number) => boolean = () => true,
): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < target.length; i++) {
    if (!isCounted(i)) continue;
    sum += target[i] / Math.exp(held[i]);
    count++;
  }
  return sum / count;
}

/**
 * Leave-one-out predictions in the target's unit, clipped to the range of the other rows.
 *
 * @param held - on the scale of the regression
 */
export function fromScaleOneByOne(held: Float64Array, target: Float64Array, scale: ScaleName): Float64Array {
  const order = sorted(target);
  const smearing = scale === "log" ? smearingOf(target, held) : 1;
  const others = target.length - 1;
  return held.map((value, i) => {
    const min = order[target[i] === order[0] ? 1 : 0];
    const max = order[target[i] === order[others] ? others - 1 : others];
    if (scale === "identity") return clip(value, min, max);
    const median = Math.exp(value);
    // The smearing factor of the other rows.
    const factor = smearing + (smearing - target[i] / median) / others;
    return clip(factor * median, min, max);
  });
}

/**
 * Out-of-fold predictions in the target's unit, clipped to the training range of each fold.
 *
 * @param held - on the scale of the regression
 */
export function fromScale(
  held: Float64Array,
  target: Float64Array,
  folds: Folds,
  scale: ScaleName,
): Float64Array {
  const predictions = new Float64Array(held.length);
  for (let fold = 0; fold < FOLD_COUNT; fold++) {
    const isOther = (row: number) => folds[row] !== fold;
    const smearing = scale === "log" ? smearingOf(target, held, isOther) : 1;
    let min = Infinity;
    let max = -Infinity;
    for (let i = 0; i < target.length; i++) {
      if (!isOther(i)) continue;
      min = Math.min(min, target[i]);
      max = Math.max(max, target[i]);
    }
    for (let i = 0; i < held.length; i++) {
      if (isOther(i)) continue;
      predictions[i] = clip(scale === "log" ? smearing * Math.exp(held[i]) : held[i], min, max);
    }
  }
  return predictions;
}
