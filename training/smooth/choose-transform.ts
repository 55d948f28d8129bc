import type { CurveData } from "../../model/estimators/smooth/curve-format";
import { quantiles } from "../quantiles";
import { deviation, mean } from "../statistics";

export type Transform = CurveData["transform"];

/** Features with fewer distinct values are counts or grades, and are not transformed. */
const MIN_DIFFERENT = 10;

/** Quantile of the positive values used as shift if there are zeros. */
const SHIFT_QUANTILE = 0.1;

/**
 * Chooses the logarithm if it reduces skewness.
 *
 * @param values - without missing values
 */
export function chooseTransform(values: Float64Array): Transform {
  const positive = values.filter((value) => value > 0);
  const isLoggable = values.every((value) => value >= 0) && new Set(values).size > MIN_DIFFERENT;
  if (!isLoggable) return { kind: "identity" };
  const [quantile] = quantiles(positive, [SHIFT_QUANTILE]);
  const shift = positive.length === values.length ? 0 : quantile;
  const logarithms = values.map((value) => Math.log(value + shift));
  return Math.abs(skewness(logarithms)) < Math.abs(skewness(values))
    ? { kind: "log", shift }
    : { kind: "identity" };
}

/** Whether a transform takes all values. One chosen from some of the rows, all above 0, may meet a 0 in the others. */
export function isDefined(transform: Transform, values: Float64Array): boolean {
  return transform.kind === "identity" || values.every((value) => value + transform.shift > 0);
}

/** Third standardised moment; 0 for constant values. */
export function skewness(values: Float64Array): number {
  const centre = mean(values);
  const scale = deviation(values, centre);
  if (scale === 0) return 0;
  return mean(values.map((value) => ((value - centre) / scale) ** 3));
}
